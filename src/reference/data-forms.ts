import type { ApiId } from "../apis/index.ts";
import { agentsmeshData } from "./agentsmesh/data.ts";
import type { DataForm } from "./data-form.ts";
import { pulumiData } from "./pulumi/data.ts";
import { scalrData } from "./scalr/data.ts";
import type { Stores } from "./services.ts";
import { terraformData } from "./terraform/data.ts";

/** How the data of each API are written down. */
export const dataForms: { readonly [Id in ApiId]: DataForm<Stores[Id]> } = {
  terraform: terraformData,
  scalr: scalrData,
  pulumi: pulumiData,
  agentsmesh: agentsmeshData,
};
