// Days as people type them (18/08/2021, 8/2021, 2021), and as addresses and data have them (2021-08-18).
const FORMS = [/^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/, /^(?:(?<day>\d{1,2})[/.-])?(?<month>\d{1,2})[/.-](?<year>\d{4})$/];

// Empty for nothing, null for what is no day; graph/meanings.py takes the same.
export function iso(typed) {
  const given = typed.trim();
  if (!given) return "";
  const found = FORMS.map((form) => form.exec(given)).find((each) => each);
  if (!found) return null;
  const { year, month, day } = found.groups;
  const parts = [year, month, day].filter((part) => part).map((part) => part.padStart(2, "0"));
  const made = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  const is = made.getUTCFullYear() === Number(year) && made.getUTCMonth() === (month || 1) - 1 && made.getUTCDate() === Number(day || 1);
  return is ? parts.join("-") : null;
}

export const printed = (day) => day.split("-").reverse().join("/");
