using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>The words of one language around a number. Each list has the longest first: "rond de" before "rond".</summary>
internal sealed class NumberWords
{
    private static readonly FrozenDictionary<string, NumberWords> ByLanguage = InterfaceWords.Tags.ToFrozenDictionary(
        tag => tag, tag => new NumberWords(InterfaceWords.For(tag)), StringComparer.Ordinal);

    private NumberWords(InterfaceWords words)
    {
        (Minus, BelowZero, About) = (List(words["number.minus"]), List(words["number.below-zero"]), List(words["number.about"]));
        (Euro, Percent) = (List(words["number.euro"]), List(words["number.percent"]));
        Scales =
        [
            (1_000m, List(words["number.thousand"])),
            (1_000_000m, List(words["number.million"])),
            (1_000_000_000m, List(words["number.billion"])),
        ];
    }

    /// <summary>Before the number.</summary>
    public IReadOnlyList<string> Minus { get; }

    /// <summary>Behind it.</summary>
    public IReadOnlyList<string> BelowZero { get; }

    /// <summary>Before or behind it, and nothing that changes the number.</summary>
    public IReadOnlyList<string> About { get; }

    public IReadOnlyList<(decimal Times, IReadOnlyList<string> Words)> Scales { get; }

    private IReadOnlyList<string> Euro { get; }

    private IReadOnlyList<string> Percent { get; }

    public static NumberWords Of(InterfaceWords words) => ByLanguage[words.Language];

    public bool IsMoney(Unit? unit) => unit is null || Says(unit, Euro);

    /// <summary>
    /// What may be written for the unit: its own words, whole, the first one or those behind it ("euro per maand", "euro", "per maand"),
    /// and its sign where it is one of ours.
    /// </summary>
    public IReadOnlyList<string> Names(Unit? unit) => ByLength(
    [
        .. unit is null ? [] : unit.Texts.SelectMany(text => text.LanguageTags.Select(tag => text.In(tag).Text)).SelectMany(Forms),
        .. IsMoney(unit) ? Euro : [],
        .. unit is not null && Says(unit, Percent) ? Percent : [],
    ]);

    private static bool Says(Unit unit, IReadOnlyList<string> names) =>
        unit.Texts.Any(
            text => text.LanguageTags.Any(tag => Forms(text.In(tag).Text).Any(form => names.Contains(form, StringComparer.Ordinal))));

    private static IEnumerable<string> Forms(string words)
    {
        var whole = PeeledText.Plain(words);
        var first = whole.IndexOf(' ', StringComparison.Ordinal);
        return first < 0 ? [whole] : [whole, whole[..first], whole[(first + 1)..]];
    }

    private static IReadOnlyList<string> List(string words) => ByLength(words.Split('|').Select(PeeledText.Plain));

    private static IReadOnlyList<string> ByLength(IEnumerable<string> phrases) =>
        [.. phrases.Where(phrase => phrase.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(phrase => phrase.Length)];
}
