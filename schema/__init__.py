"""The contract: types, inputs, enumerations, and the tables of contents of Query and Mutation."""
