/** Names that services use for themselves where others' names stand. */
export const OWN_LABELS: ReadonlySet<string> = new Set(
  (
    'www app api login signin account accounts auth id sso files static assets cdn docs support help status mail email go ' +
    'info dl upload developer developers community learn click links news blog public secure forms form admin submit eu pci service media img images ' +
    'us02web us04web us05web us06web mx mx1 mx2 mx3 mx4'
  ).split(' '),
)
