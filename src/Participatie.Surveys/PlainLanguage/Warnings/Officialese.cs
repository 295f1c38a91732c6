using System.Text.Json;

namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>Words of offices (<c>officialese.json</c>, which authors can add to) with a plain alternative.</summary>
internal static class Officialese
{
    private static readonly PhraseBook Book = Read();

    public static IEnumerable<Warning> In(Sentence sentence) => Book.In(sentence).Select(hit => new Warning(
        WarningKind.Officialese,
        sentence,
        hit.Where,
        $"‘{hit.Where}’ is ambtelijke taal.",
        $"Schrijf bijvoorbeeld: {hit.Say}."));

    private static PhraseBook Read()
    {
        using var stream = typeof(Officialese).Assembly.GetManifestResourceStream("Participatie.Surveys.PlainLanguage.officialese.json")!;
        using var list = JsonDocument.Parse(stream);
        var book = new PhraseBook();
        foreach (var entry in list.RootElement.EnumerateArray())
        {
            foreach (var form in PhraseForms.Of(entry.GetProperty("find").GetString()!))
            {
                book.Add(form, entry.GetProperty("say").GetString()!);
            }
        }

        return book;
    }
}
