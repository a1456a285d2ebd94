const defaultQuery = `# 监督 Jiandu
# 无令牌可见公开信息；令牌写在下方 Headers：
# {"Authorization": "Bearer …"}
query Luoyang {
  region(by: { code: "4103" }) {
    name
    organizationCounts { kind count }
    children(first: 20) {
      totalCount
      nodes { code name }
    }
  }
}
`;
// A link may bring a document; it is shown, and run by nobody but the reader.
const link = new URLSearchParams(window.location.search);
const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery,
    query: link.get("query") ?? undefined,
    variables: link.get("variables") ?? undefined,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
