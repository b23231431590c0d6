export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0d6e5e" />
      <path
        d="M8 10.500c3.200-2.400 6 2.200 9 .6 2.400-1.300 4-2.300 7-.6M8 16.500c3.200-2.400 6 2.200 9 .6 2.400-1.300 4-2.300 7-.6M8 22.500c3.200-2.400 6 2.200 9 .6"
        fill="none"
        stroke="#fff"
        strokeWidth="2.600"
        strokeLinecap="round"
      />
    </svg>
  )
}
