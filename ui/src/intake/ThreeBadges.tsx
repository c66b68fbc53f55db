/** Three made-up badges, to show what is meant. Own drawings, simple on purpose. */
export function ThreeBadges() {
  return (
    <svg className="three" viewBox="0 0 260 120" aria-hidden="true">
      <g transform="rotate(-8 48 66)">
        <path d="M28 82 20 116l14-7 10 9 6-34z" fill="#43208c" />
        <path d="M68 82 76 116l-14-7-10 9-6-34z" fill="#542aae" />
        <circle cx="48" cy="58" r="34" fill="#7a4bd6" />
        <circle cx="48" cy="58" r="25" fill="#fff" />
        <path d="m30 68 12-18 8 10 6-7 11 15z" fill="#7a4bd6" />
        <circle cx="58" cy="47" r="5" fill="#ffb46b" />
      </g>
      <path
        d="M122 8a16 16 0 0 1 16 0l30 17a16 16 0 0 1 8 14v34a16 16 0 0 1-8 14l-30 17a16 16 0 0 1-16 0L92 87a16 16 0 0 1-8-14V39a16 16 0 0 1 8-14z"
        fill="#2b6fd6"
      />
      <path
        d="M124 20a12 12 0 0 1 12 0l23 13a12 12 0 0 1 6 10v26a12 12 0 0 1-6 10l-23 13a12 12 0 0 1-12 0L101 79a12 12 0 0 1-6-10V43a12 12 0 0 1 6-10z"
        fill="none"
        stroke="#fff"
        strokeOpacity=".5"
        strokeWidth="2"
      />
      <circle cx="130" cy="56" r="17" fill="#ffd25e" />
      <path
        d="m122 56 6 6 11-12"
        fill="none"
        stroke="#3a2fa8"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <g transform="rotate(7 212 62)">
        <circle cx="212" cy="62" r="36" fill="#0f8f8a" strokeDasharray="9 5" stroke="#2fc6b5" strokeWidth="6" />
        <circle cx="212" cy="62" r="27" fill="#f2fffb" />
        <path
          d="m212 44 5.3 11 12 1.7-8.700 8.400 2.100 12L212 71.500l-10.700 5.600 2.100-12-8.700-8.400 12-1.700z"
          fill="#0a7c82"
        />
      </g>
    </svg>
  );
}
