using System.Globalization;

namespace Participatie.Surveys.Language;

/// <summary>
/// Which form of a counted text a number takes, written as Unicode's plural rules are (CLDR, Unicode Technical Standard 35, part 3):
/// <c>one: n % 10 = 1 and n % 100 != 11; few: n % 10 = 2..4 and n % 100 != 12..14</c>. A number that no form claims takes the text itself.
/// </summary>
internal sealed class PluralRule
{
    private readonly (string Form, Condition[] All)[] _forms;

    private PluralRule((string Form, Condition[] All)[] forms) => _forms = forms;

    public IEnumerable<string> Forms => _forms.Select(form => form.Form);

    public string? FormOf(long number)
    {
        foreach (var (form, all) in _forms)
        {
            if (Array.TrueForAll(all, condition => condition.Holds(Math.Abs(number))))
            {
                return form;
            }
        }

        return null;
    }

    public static PluralRule Parse(string rule) =>
        new(
            [
                .. rule.Split(';', StringSplitOptions.TrimEntries).Select(form => form.Split(": "))
                .Select(form => (form[0], form[1].Split(" and ").Select(Condition.Parse).ToArray())),
            ]);

    /// <summary><c>n % 100 = 3..10</c>.</summary>
    private readonly record struct Condition(long Modulo, bool IsIn, long From, long To)
    {
        public bool Holds(long number)
        {
            var rest = Modulo == 0 ? number : number % Modulo;
            return (rest >= From && rest <= To) == IsIn;
        }

        public static Condition Parse(string text)
        {
            var parts = text.Split(' ');
            var range = parts[^1].Split("..");
            return new Condition(parts.Length > 3 ? Number(parts[2]) : 0, parts[^2] == "=", Number(range[0]), Number(range[^1]));
        }

        private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
    }
}
