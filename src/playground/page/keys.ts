/** Where a key moves the mark within a list of `count` entries; past its end it begins again. */
export function moved(active: number, key: string, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return active;
  }
}
