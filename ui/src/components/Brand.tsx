export function Brand() {
  return (
    <div className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M14.2 2.1a3.6 3.6 0 0 1 3.6 0l9.4 5.4A3.6 3.6 0 0 1 29 10.6v10.8a3.6 3.6 0 0 1-1.8 3.1l-9.4 5.4a3.6 3.6 0 0 1-3.6 0l-9.4-5.4A3.6 3.6 0 0 1 3 21.4V10.6a3.6 3.6 0 0 1 1.8-3.1z"
          fill="currentColor"
        />
        <path d="M11 10.5h10M11 16h10M11 21.5h5.5" stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      Badgefolio
    </div>
  );
}
