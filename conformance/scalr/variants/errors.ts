/** An error object of the reference. */
export interface ErrorObject {
  status?: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
}

/** The error objects in the text of a response, if it is a refusal of the service. */
export function errorsIn(text: string): readonly ErrorObject[] {
  return text === "" ? [] : ((JSON.parse(text).errors ?? []) as ErrorObject[]);
}
