/** Hours and minutes in any usual way of writing them: "8", "08:00", "8.30", "8h30", "0800", "8:30 pm". */
const WRITTEN = /^(\d{1,2})(?:(?:[:.h])([0-5]\d)|h)?\s*(?:(a|p)\.?m\.?)?$|^([01]\d|2[0-3])([0-5]\d)$/u;
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** A time of the day as somebody typed it, as '08:00'; `undefined` where it is none. */
export function readClockTime(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim().toLowerCase();
  const match = WRITTEN.exec(plain);
  if (!match) return NAMED[plain];
  const [, hours, minutes = '00', half, packedHours, packedMinutes] = match;
  if (packedHours !== undefined) return `${packedHours}:${packedMinutes}`;
  const hour = toTwentyFour(Number(hours), half);
  return hour === undefined ? undefined : `${String(hour).padStart(2, '0')}:${minutes}`;
}

function toTwentyFour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
