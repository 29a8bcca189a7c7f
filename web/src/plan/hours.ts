// Where a shift may be put: hours of a week by halves, from pixels of a strip or from keys.

export const WEEK_HOURS = 168;
export const STEP = 0.5;
export const LONGEST = 24;

export type Span = { from: number; hours: number };

const byStep = (hours: number): number => Math.round(hours / STEP) * STEP;

/** The hour of the week at this part (0 to 1) of a strip. */
export const hourAt = (part: number): number => Math.min(WEEK_HOURS - STEP, Math.max(0, byStep(part * WEEK_HOURS)));

/** Moved by so many hours; the week is a ring. */
export const moved = (span: Span, by: number): Span => ({ ...span, from: (((byStep(span.from + by) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS) });

/** Made longer by so many hours, within what a shift may last. */
export const stretched = (span: Span, by: number): Span => ({ ...span, hours: Math.min(LONGEST, Math.max(STEP, byStep(span.hours + by))) });

/** “Friday 16:00, 8 h”. */
export function say(span: Span, days: string[]): string {
  const day = days[Math.floor(span.from / 24)] ?? "";
  const at = span.from % 24;
  return `${day} ${Math.floor(at)}:${at % 1 ? "30" : "00"}, ${span.hours} h`;
}
