using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Participatie.Surveys.Review.Checks;

/// <summary>Why a file is no report of a check.</summary>
public enum CheckFault
{
    TooLarge,
    NoJson,

    /// <summary>It is JSON of something else.</summary>
    OtherShape,
}

/// <param name="Report">What it says; null when it could not be read.</param>
/// <param name="Fault">Why.</param>
public sealed record CheckReading(CheckReport? Report, CheckFault? Fault);

/// <summary>The file of a check. Whatever stands in its texts is a text.</summary>
public static partial class CheckReportFile
{
    /// <summary>Forty questions in five languages, each with some faults, take less.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Of one fault on one page.</summary>
    public const int MostPlaces = 3;

    /// <summary>In characters, of a place in the source.</summary>
    public const int LongestPlace = 300;

    private const int MostPages = 5000;
    private const int MostRules = 200;
    private const int LongestName = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write(CheckReport report) => JsonSerializer.SerializeToUtf8Bytes(report, Options);

    /// <param name="file">As it came.</param>
    public static CheckReading Read(byte[] file)
    {
        if (file.Length > MostBytes)
            return new CheckReading(null, CheckFault.TooLarge);
        try
        {
            using var document = JsonDocument.Parse(file.AsMemory(file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            return Read(document.RootElement) is { } report
                ? new CheckReading(report, null)
                : new CheckReading(null, CheckFault.OtherShape);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is half a character.
            return new CheckReading(null, CheckFault.NoJson);
        }
    }

    /// <summary>As it was stored.</summary>
    internal static CheckReport ReadStored(string document) => JsonSerializer.Deserialize<CheckReport>(document, Options)!;

    internal static string WriteStored(CheckReport report) => JsonSerializer.Serialize(report, Options);

    private static CheckReport? Read(JsonElement root)
    {
        CheckReport? report;
        try
        {
            report = root.Deserialize<CheckReport>(Options);
        }
        catch (JsonException)
        {
            return null;
        }

        return report is { Format: CheckReport.Kind, Pages.Count: > 0 and <= MostPages }
            && Hash().IsMatch(report.Version)
            && Name().IsMatch(report.Slug)
            && report.Engine.Length <= LongestName
            && report.Browser.Length <= LongestName
            && report.Pages.All(IsGood)
            ? report with
            {
                Engine = Plain(report.Engine, LongestName),
                Browser = Plain(report.Browser, LongestName),
                Pages = [.. report.Pages.Select(page => page with { Found = Plain(page.Found), Unsure = Plain(page.Unsure) })],
            }
            : null;
    }

    private static bool IsGood(CheckedPage? page) =>
        page is { Width: > 0 and < 10_000, Found.Count: <= MostRules, Unsure.Count: <= MostRules }
        && Page().IsMatch(page.Page)
        && Name().IsMatch(page.Language)
        && page.Found.Concat(page.Unsure).All(one => one is { Count: > 0, Criteria.Count: <= MostPlaces }
            && Name().IsMatch(one.Rule)
            && one.Criteria.All(criterion => criterion is not null && Criterion().IsMatch(criterion))
            && one.Places.All(place => place is not null));

    private static RuleResult[] Plain(IReadOnlyList<RuleResult> results) =>
    [
        .. results.Select(one => one with { Places = [.. one.Places.Take(MostPlaces).Select(place => Plain(place, LongestPlace))] }),
    ];

    private static string Plain(string text, int most)
    {
        var plain = string.Concat(text.Where(sign => !char.IsControl(sign)));
        return plain.Length > most ? plain[..(char.IsHighSurrogate(plain[most - 1]) ? most - 1 : most)] : plain;
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("^[A-Za-z0-9-]{1,80}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^/[A-Za-z0-9/-]{0,150}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"^[1-4]\.[1-5]\.[0-9]{1,2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Criterion();
}
