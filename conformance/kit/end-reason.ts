/** Why a run is to end; whoever ends it for another reason than an interrupt gives the reason as an Error named RunEnded. */
export function endReason({ reason }: AbortSignal): string {
  return reason instanceof Error && reason.name === "RunEnded" ? reason.message : "the run was interrupted";
}
