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
const root = ReactDOM.createRoot(document.getElementById("graphiql"));
root.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultQuery,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
