using System.Collections.Frozen;
using System.Text.Json;
using Participatie.Surveys.Definition.Questions.Json;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;

namespace Participatie.Surveys.Definition.Json;

/// <summary>
/// Every Dutch text of a JSON document: of a definition or another document that keeps texts by language, or of a flat file of
/// interface texts.
/// </summary>
public static class FindDutchTexts
{
    private static readonly string[] Varieties = [Languages.Dutch, Languages.EasyDutch];

    /// <param name="language">What a flat file (key to text) is written in.</param>
    public static IReadOnlyList<DutchText> In(JsonElement root, string language = Languages.Dutch)
    {
        if (root.ValueKind == JsonValueKind.Object && IsFlat(root))
        {
            return
            [
                .. root.EnumerateObject().Select(
                    member => new DutchText(Pointer.To("", member.Name), PerceivedText.Composed(member.Value.GetString()!), language))
            ];
        }

        var texts = Walk(root, "").ToLookup(text => IsExplainedWord(text.At));
        var explained = texts[true].SelectMany(word => word.Words.ToLowerInvariant().Split('|')).ToFrozenSet(StringComparer.Ordinal);
        return [.. texts[false].Select(text => text with { Explained = explained })];
    }

    /// <summary>The hard word itself, which stands there because it is hard: <c>/words/3/word/nl</c>.</summary>
    private static bool IsExplainedWord(string at) => at.Split('/') is [.., "words", _, "word", _];

    private static bool IsFlat(JsonElement root) =>
        root.EnumerateObject().All(member => member.Value.ValueKind == JsonValueKind.String)
            && !root.TryGetProperty(Languages.Dutch, out _);

    private static IEnumerable<DutchText> Walk(JsonElement element, string at) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Walk(item, Pointer.To(at, index))),
        JsonValueKind.Object => Varieties.SelectMany(tag => Own(element, at, tag))
            .Concat(element.EnumerateObject().SelectMany(member => InMember(element, member, Pointer.To(at, member.Name)))),
        _ => [],
    };

    private static IEnumerable<DutchText> Own(JsonElement text, string at, string tag) =>
        text.TryGetProperty(tag, out var words) && words.ValueKind == JsonValueKind.String
            ? [new DutchText(Pointer.To(at, tag), PerceivedText.Composed(words.GetString()!), tag)]
            : [];

    private static IEnumerable<DutchText> InMember(JsonElement owner, JsonProperty member, string at)
    {
        var texts = Walk(member.Value, at);
        return member.Name == "text" && Kind(owner) is { } kind && KindJson.Named(kind) is not { IsQuestion: false }
            ? texts.Select(text => Asked(owner, kind, text))
            : texts;
    }

    private static DutchText Asked(JsonElement question, string kind, DutchText text) => text with
    {
        IsQuestion = true,
        Labels = KindJson.Named(kind) is { SpellsOutScale: true } ? Labels(question, text.Language) : null,
        HasWayOut = Flag(question, "dontKnow") || Flag(question, "ratherNot") || !Flag(question, "required"),
    };

    private static List<string>? Labels(JsonElement question, string tag) =>
        question.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array
            ?
            [
                .. choices.EnumerateArray().SelectMany(choice => Walk(choice, "")).Where(label => label.Language == tag)
                .Select(label => label.Words)
            ]
            : null;

    private static string? Kind(JsonElement owner) =>
        owner.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() : null;

    private static bool Flag(JsonElement question, string name) =>
        question.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
