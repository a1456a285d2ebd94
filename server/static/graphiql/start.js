const defaultQuery = `# 监督 Jiandu. 令牌写在 Headers：{ "Authorization": "Bearer …" }
# Without a token you see what is public.
query 洛阳 {
  region(by: { code: "4103" }) {
    name
    organizationCounts { kind count }
    children(first: 20) {
      totalCount
      nodes { code name }
    }
  }
}
`.replace("query 洛阳", "query Luoyang");
const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery,
    defaultHeaders: '{ "Authorization": "" }',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
