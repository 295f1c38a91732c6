using System.Globalization;
using System.Text;
using System.Text.Json;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Surveys.Review.Findings;

/// <summary>What two versions say on one page: whether what hindered somebody there is another thing now.</summary>
public static class ComparePage
{
    private const string Questions = "/questions/";
    private const string CharterText = "/charter/";
    private const string Words = "/words/";
    private const string QuestionPages = "/vraag/";

    /// <param name="versions">The two.</param>
    /// <param name="page">Behind the address of the consultation; empty for all of it.</param>
    /// <returns>The differences that show on that page; null when one of the two is no JSON.</returns>
    public static IReadOnlyList<Difference>? Of(TwoVersions versions, string page)
    {
        if (CompareDefinitions.Of(versions.Before, versions.After) is not { } differences)
        {
            return null;
        }

        if (page.Length == 0)
        {
            return differences;
        }

        var (before, after) = (new ReadVersion(versions.Before), new ReadVersion(versions.After));
        return [.. differences.Where(one => ShowsOn(page, one, before, after))];
    }

    /// <summary>The same as somebody reads it: words in that language, and that something else changed once.</summary>
    public static IReadOnlyList<PageChange>? In(TwoVersions versions, string page, string language)
    {
        if (Of(versions, page) is not { } differences)
        {
            return null;
        }

        using var before = JsonDocument.Parse(versions.Before);
        using var after = JsonDocument.Parse(versions.After);
        return [.. differences.Select(one => Read(one, before.RootElement, after.RootElement, language)).OfType<PageChange>().Distinct()];
    }

    private static PageChange? Read(Difference one, JsonElement before, JsonElement after, string language)
    {
        if (one.Kind == DifferenceKind.Reworded)
        {
            // In this language it may say the same as before, or what it says in Dutch.
            var (old, now) = (TextAt(before, Above(one.Before), language), TextAt(after, Above(one.After), language));
            return old?.Text == now?.Text ? null : new PageChange(one.Kind, old, now);
        }

        return one.Kind == DifferenceKind.Changed
            ? new PageChange(one.Kind, null, null)
            : new PageChange(one.Kind, ItemAt(before, one.Before, language), ItemAt(after, one.After, language));
    }

    private static string? Above(string? at) => at is null ? null : Pointer.Above(at);

    /// <summary>What an item of a list says first: a question, a choice, an explained word.</summary>
    private static Passage? ItemAt(JsonElement document, string? at, string language) => at is null
        ? null
        : TextAt(document, Pointer.To(at, "text"), language) ?? TextAt(document, Pointer.To(at, "word"), language);

    private static Passage? TextAt(JsonElement document, string? at, string language)
    {
        if (at is null)
        {
            return null;
        }

        var found = document;
        foreach (var part in Pointer.Parts(at))
        {
            if (found.ValueKind == JsonValueKind.Array && Index(part) is { } index && index < found.GetArrayLength())
            {
                found = found[index];
            }
            else if (found.ValueKind == JsonValueKind.Object && found.TryGetProperty(part, out var member))
            {
                found = member;
            }
            else
            {
                return null;
            }
        }

        return Said(found, language) ?? Said(found, Languages.Dutch);
    }

    private static Passage? Said(JsonElement text, string language) =>
        text.ValueKind == JsonValueKind.Object && text.TryGetProperty(language, out var words) && words.ValueKind == JsonValueKind.String
            ? new Passage(PerceivedText.Composed(words.GetString()!), language)
            : null;

    private static int? Index(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static bool ShowsOn(string page, Difference one, ReadVersion before, ReadVersion after)
    {
        var (at, version) = one.After is { } now ? (now, after) : (one.Before!, before);
        if (page.StartsWith(QuestionPages, StringComparison.Ordinal))
        {
            var id = page[QuestionPages.Length..].Split('/')[0];
            return version.QuestionAt(at) == id || (at.StartsWith(Words, StringComparison.Ordinal) && version.Explains(at, id));
        }

        return page switch
        {
            PageList.Charter => at.StartsWith(CharterText, StringComparison.Ordinal),
            // Where everything that was asked stands once more.
            PageList.Check => at.StartsWith(Questions, StringComparison.Ordinal),
            _ => !at.StartsWith(Questions, StringComparison.Ordinal),
        };
    }

    /// <summary>A document, as far as it can be understood.</summary>
    private sealed class ReadVersion
    {
        private readonly Consultation? _definition;
        private readonly IReadOnlyList<string?> _questions;

        public ReadVersion(string document)
        {
            _definition = DefinitionReader.Read(Encoding.UTF8.GetBytes(document)).Definition;
            using var json = JsonDocument.Parse(document);
            _questions = json.RootElement is { ValueKind: JsonValueKind.Object } whole
                && whole.TryGetProperty("questions", out var questions) && questions.ValueKind == JsonValueKind.Array
                ? [.. questions.EnumerateArray().Select(IdOf)]
                : [];
        }

        /// <returns>The id of the question that a pointer leads into; null when it leads elsewhere.</returns>
        public string? QuestionAt(string at) =>
            at.StartsWith(Questions, StringComparison.Ordinal) && IndexIn(at) is { } index && index < _questions.Count
                ? _questions[index]
                : null;

        /// <summary>Whether the word that a pointer leads to is explained on the page of a question.</summary>
        public bool Explains(string at, string id) =>
            IndexIn(at) is { } index && _definition is { } definition && index < definition.Glossary.Count
            && definition.Find(id) is { } question && StandsIn(definition.Glossary[index], question);

        private static bool StandsIn(ExplainedWord word, Question question) => question.Texts
            .Any(text => text.LanguageTags.Any(tag => word.StandsIn(text.In(tag))));

        private static int? IndexIn(string at) => Index(Pointer.Parts(at)[1]);

        private static string? IdOf(JsonElement question) =>
            question.ValueKind == JsonValueKind.Object && question.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
    }
}
