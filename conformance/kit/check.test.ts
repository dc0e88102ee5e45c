import { expect, test } from "vitest";
import { check } from "./check.ts";

const written = { title: "list boxes", decides: ["list-boxes.members"], run: async () => {} } as const;

test("takes the operation of a check from its id", () => {
  expect(check("pulumi/listBoxes/lists-boxes", written)).toEqual({
    ...written,
    id: "pulumi/listBoxes/lists-boxes",
    operationId: "listBoxes",
    provokes: [],
    needs: [],
  });
});

test("keeps what a check provokes, needs and asks for", () => {
  const asked = { provokes: ["404"], needs: ["state"], isAlone: true } as const;
  expect(check("pulumi/listBoxes/lists-boxes", { ...written, ...asked })).toMatchObject(asked);
});
