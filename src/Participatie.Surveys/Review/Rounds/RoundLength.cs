using Participatie.Surveys.Language;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>How many days the council has for a round, and why: the desk, the members' page and the mails say the same.</summary>
/// <param name="Days">Working days.</param>
/// <param name="IsAgreed">The council agreed to fewer than usual.</param>
/// <param name="New">What is new to the council; null when nobody can tell.</param>
public sealed record RoundLength(int Days, bool IsAgreed, IReadOnlyList<PageForm>? New)
{
    /// <summary>Of a round for which nobody asked yet: as short as it may be without the council's consent.</summary>
    public static RoundLength For(IReadOnlyList<PageForm>? found) =>
        new(found is { Count: 0 } ? ReviewRound.ShortDays : ReviewRound.UsualDays, IsAgreed: false, found);

    /// <param name="words">Of the council: staff read the same.</param>
    public string Said(InterfaceWords words) => string.Join(
        ' ',
        [
            words.Count("council.length", Days),
            .. this switch
            {
                { IsAgreed: true } => [words["council.length.agreed"]],
                { New: { Count: 0 }, Days: < ReviewRound.UsualDays } => [words["council.length.short"]],
                { New: { Count: 0 } } => [words["council.length.known"]],
                { New: not null } => [words["council.length.new"]],
                _ => Array.Empty<string>(),
            },
        ]);

    /// <summary>What is new, one by one; nothing where the length has another reason.</summary>
    public IReadOnlyList<string> NewIn(InterfaceWords words) => IsAgreed || New is null ? [] : [.. New.Select(form => Named(form, words))];

    /// <summary>The same in a mail.</summary>
    public string Mail(InterfaceWords words) => string.Join('\n', [Said(words), .. NewIn(words).Select(line => $"- {line}")]);

    private static string Named(PageForm form, InterfaceWords words) => form switch
    {
        { Language.Length: > 0 } => words.Format("council.form.language", InterfaceWords.For(form.Language)["language.name"]),
        { Kind.Length: 0 } => words[$"council.form.{form.Layout}"],
        { Layout.Length: 0 } => words[$"council.form.kind.{form.Kind}"],
        _ => words.Format("council.form.both", words[$"council.form.kind.{form.Kind}"], words[$"council.form.with.{form.Layout}"]),
    };
}
