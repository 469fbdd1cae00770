/** Three fires on three hills: the near one is answered by the far ones. Decoration only. */
export function Hills() {
  return (
    <svg
      className="hills"
      viewBox="0 0 720 680"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="smoke" x1="0" y1="1" x2="0" y2="0">
          <stop offset="0" className="smoke-low" />
          <stop offset="1" className="smoke-high" />
        </linearGradient>
      </defs>
      <path
        className="hill-far"
        d="M0 340 90 284 180 326 258 232q16-16 32 0l86 76 78-44 88 66 96-48 82 44V680H0z"
      />
      <path
        className="hill-mid"
        d="M0 470 120 402l84 46 126-72 98 66 88-102q16-18 34 0l98 92 72-40V680H0z"
      />
      <path
        className="hill-near"
        d="M0 576 152 452q18-16 38 0l120 96 110-56 120 62 86-30 94 24V680H0z"
      />
      <path
        className="smoke"
        d="M166 440c-4-60-10-120 0-178 8-52 34-76 66-100l20 12c-38 34-62 60-68 106-6 50-6 108-8 160z"
      />
      <path
        className="smoke"
        d="M272 222c-2-36-4-74 0-104 4-26 14-40 26-54l10 6c-14 20-22 34-24 56-2 30-6 64-8 96z"
      />
      <path
        className="smoke"
        d="M531 330c-3-50-6-96-2-138 4-36 22-56 40-74l14 8c-22 26-32 44-34 74-2 40-10 86-12 130z"
      />
      <circle className="fire" cx="171" cy="444" r="9" />
      <circle className="fire" cx="274" cy="224" r="4" />
      <circle className="fire" cx="533" cy="334" r="6" />
    </svg>
  )
}
