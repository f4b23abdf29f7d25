const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day and time of a moment (Unix milliseconds) in an IANA time zone: '2026-12-01' and '08:00'. */
export function localTime(at: number, timezone: string): { readonly date: string; readonly time: string } {
  const parts = formatOf(timezone).formatToParts(at);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The local day of a moment (Unix milliseconds) in an IANA time zone: '2026-12-01'. */
export function localDate(at: number, timezone: string): string {
  return localTime(at, timezone).date;
}

/** Kept, for making one takes as long as using it twenty times. */
function formatOf(timezone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timezone, format);
  return format;
}
