using System.Globalization;
using Participatie.Journeys.Looking;

namespace Participatie.Journeys.Checking;

/// <summary>What to look at, and where what is found goes.</summary>
internal sealed record CheckOptions
{
    public const string Usage =
        """
        check --preview LINK --out FILE [--site URL] [--language TAG]… [--width PIXELS]…
          --preview   a link to a preview, as the desk makes it
          --out       the file to write
          --site      where the site is found from here, when that is another address than in the link
          --language  only this one; otherwise all that the version has
          --width     only this one; otherwise 1280 and 320
        """;

    public required Uri Preview { get; init; }

    public required string File { get; init; }

    /// <summary>None: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<int> Widths { get; init; } = [Look.Wide, Look.Narrow];

    /// <exception cref="CheckFailedException">They are not complete, or something in them is no option.</exception>
    public static CheckOptions Parse(IReadOnlyList<string> args)
    {
        var given = new List<(string Name, string Value)>();
        for (var at = 0; at < args.Count; at += 2)
            given.Add((args[at], at + 1 < args.Count ? args[at + 1] : throw new CheckFailedException(Usage)));
        if (given.Exists(one => one.Name is not ("--preview" or "--out" or "--site" or "--language" or "--width"))
            || One("--preview") is not { } link || One("--out") is not { } file)
        {
            throw new CheckFailedException(Usage);
        }

        var widths = All("--width").Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            ? width
            : throw new CheckFailedException(Usage));
        return new CheckOptions
        {
            Preview = PreviewOf(link, One("--site")),
            File = Path.GetFullPath(file),
            Languages = All("--language"),
            Widths = widths.ToList() is { Count: > 0 } some ? some : [Look.Wide, Look.Narrow],
        };

        string? One(string name) => All(name).SingleOrDefault();

        List<string> All(string name) => [.. given.Where(one => one.Name == name).Select(one => one.Value)];
    }

    private static Uri PreviewOf(string link, string? site) =>
        Uri.TryCreate(link, UriKind.Absolute, out var preview) && preview.Scheme is "http" or "https"
            && preview.Segments is [_, "voorbeeld/", var token, ..]
            && Uri.TryCreate(site ?? preview.GetLeftPart(UriPartial.Authority), UriKind.Absolute, out var root)
            ? new Uri(root, $"/voorbeeld/{token.TrimEnd('/')}")
            : throw new CheckFailedException("The link to a preview looks like https://…/voorbeeld/…");
}

/// <summary>What whoever runs the check has to mend.</summary>
public sealed class CheckFailedException(string message) : Exception(message);
