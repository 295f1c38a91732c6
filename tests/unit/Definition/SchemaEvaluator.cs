using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Participatie.Tests.Definition;

/// <summary>
/// The part of JSON Schema (draft 2020-12) that the definition's schema uses; no package for it can be restored here. A keyword
/// that it does not know is an error, so a schema that grows cannot pass unread.
/// </summary>
internal sealed class SchemaEvaluator(JsonObject schema, JsonObject definitions)
{
    private static readonly string[] Notes = ["$schema", "$id", "$defs", "title", "description", "default", "format"];
    private readonly List<string> _wrong = [];

    public SchemaEvaluator(JsonObject schema)
        : this(schema, schema["$defs"]!.AsObject())
    {
    }

    /// <summary>Where objects stand in the instance, with the names that the schema lets them have.</summary>
    public Dictionary<string, IReadOnlyList<string>> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>JSON pointers with the keyword that refuses what stands there.</summary>
    public IReadOnlyList<string> Errors(JsonNode? instance)
    {
        _wrong.Clear();
        Check(schema, instance, "");
        return [.. _wrong];
    }

    private void Check(JsonObject rule, JsonNode? at, string pointer)
    {
        foreach (var (keyword, value) in rule)
        {
            if (!Holds(rule, keyword, value!, at, pointer))
            {
                _wrong.Add($"{pointer} {keyword}");
            }
        }
    }

    private bool Holds(JsonObject rule, string keyword, JsonNode value, JsonNode? at, string pointer) => keyword switch
    {
        _ when Notes.Contains(keyword) => true,
        "$ref" => All(Resolve((string)value!), at, pointer),
        "allOf" => value.AsArray().All(part => All(part!.AsObject(), at, pointer)),
        "if" => !IsValid(value.AsObject(), at) || All(rule["then"]!.AsObject(), at, pointer),
        "then" => true,
        "type" => IsType((string)value!, at),
        "const" => JsonNode.DeepEquals(value, at),
        "enum" => value.AsArray().Any(one => JsonNode.DeepEquals(one, at)),
        "pattern" => at?.GetValueKind() != JsonValueKind.String || Matches((string)value!, (string)at!),
        "minLength" => at?.GetValueKind() != JsonValueKind.String || ((string)at!).EnumerateRunes().Count() >= (int)value,
        "maxLength" => at?.GetValueKind() != JsonValueKind.String || ((string)at!).EnumerateRunes().Count() <= (int)value,
        "minimum" => at?.GetValueKind() != JsonValueKind.Number || Number(at) >= (long)value,
        "maximum" => at?.GetValueKind() != JsonValueKind.Number || Number(at) <= (long)value,
        "minItems" => at is not JsonArray list || list.Count >= (int)value,
        "maxItems" => at is not JsonArray list || list.Count <= (int)value,
        "uniqueItems" => at is not JsonArray list || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count,
        "contains" => at is not JsonArray list || list.Any(item => IsValid(value.AsObject(), item)),
        "items" =>
            at is not JsonArray list
                || list.Select((item, i) => All(value.AsObject(), item, $"{pointer}/{i}")).Count(good => good) == list.Count,
        "required" => at is not JsonObject members || value.AsArray().All(name => members.ContainsKey((string)name!)),
        "dependentRequired" => at is not JsonObject members
            || value.AsObject().All(pair => !members.ContainsKey(pair.Key) || pair.Value!.AsArray()
                .All(name => members.ContainsKey((string)name!))),
        "properties" => at is not JsonObject members || Properties(value.AsObject(), members, pointer),
        "additionalProperties" => at is not JsonObject members || OnlyKnown(rule, members, pointer),
        _ => throw new NotSupportedException($"The schema uses '{keyword}', which this evaluator does not know."),
    };

    /// <summary>Checks and always holds by itself: what is wrong deeper down is reported there.</summary>
    private bool All(JsonObject rule, JsonNode? at, string pointer)
    {
        Check(rule, at, pointer);
        return true;
    }

    private bool Properties(JsonObject rules, JsonObject members, string pointer) =>
        rules.Where(rule => members.ContainsKey(rule.Key))
            .All(rule => All(rule.Value!.AsObject(), members[rule.Key], $"{pointer}/{rule.Key}"));

    private bool OnlyKnown(JsonObject rule, JsonObject members, string pointer)
    {
        Names[pointer] = [.. rule["properties"]!.AsObject().Select(property => property.Key)];
        return members.All(member => Names[pointer].Contains(member.Key));
    }

    private bool IsValid(JsonObject rule, JsonNode? at) => new SchemaEvaluator(rule, definitions).Errors(at).Count == 0;

    private JsonObject Resolve(string reference) => definitions[reference["#/$defs/".Length..]]!.AsObject();

    private static bool Matches(string pattern, string words) =>
        // ECMAScript's $ is the very end; the one of .NET also stands before a last line end.
        Regex.IsMatch(words, pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static bool IsType(string type, JsonNode? at) => (type, at?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => long.TryParse(at!.ToJsonString(), CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static decimal Number(JsonNode at) => decimal.Parse(at.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
