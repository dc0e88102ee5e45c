// House rules that assertions cannot express. Plain JavaScript, since the linter loads it on whatever Node runs it.

const sources = new Set(["page", "vendor", "standard"]);

/** An object schema is a component of its own, so that every shape has a name in docs, types and findings. */
function noInlineObjectSchema() {
  return {
    Schema(schema, { report, location }) {
      const describesObject = schema.type === "object" || schema.properties !== undefined;
      if (describesObject && location.pointer !== "#/") {
        report({ message: "Give this object schema a file of its own under components/schemas.", location });
      }
    },
  };
}

/** `x-keyword-sources` names keywords that stand beside it, each with a source other than the page. */
function keywordSourcesExist() {
  const checkNode = (node, { report, location }) => {
    for (const [keyword, source] of Object.entries(node["x-keyword-sources"] ?? {})) {
      const at = location.child(["x-keyword-sources", keyword]);
      if (!(keyword in node))
        report({ message: `There is no keyword ${keyword} beside x-keyword-sources.`, location: at });
      if (!sources.has(source)) report({ message: "A source is page, vendor or standard.", location: at });
    }
  };
  return { Schema: checkNode, Response: checkNode };
}

export default function houseRules() {
  return {
    id: "house",
    rules: {
      oas3: { "no-inline-object-schema": noInlineObjectSchema, "keyword-sources-exist": keywordSourcesExist },
    },
  };
}
