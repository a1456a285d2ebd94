// PostGraphile as its documentation starts it in library mode, on a pool of the size that every peer has.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { pgSmartTags } from "postgraphile/utils";

const { DATABASE_URL, POOL_SIZE, PORT } = process.env;

const preset = {
  extends: [PostGraphileAmberPreset],
  schema: { defaultBehavior: "+connection +list -insert -update -delete" },
  // What the tables do not say of themselves: a case's region is checked through its organization.
  plugins: [
    pgSmartTags([
      {
        kind: "class",
        match: "enforcement_case",
        tags: { foreignKey: "(region_code) references region (code)" },
      },
    ]),
  ],
  grafserv: { watch: false, graphqlPath: "/graphql", graphiql: false },
  grafast: { explain: false },
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ["public", "bench"],
      poolConfig: { max: Number(POOL_SIZE), min: Number(POOL_SIZE) },
    }),
  ],
};

const server = createServer();
const serv = postgraphile(preset).createServ(grafserv);
await serv.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
