using System.Text.Json;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Information.SocialAgenda;

/// <summary>What the Sociale Agenda reached, as it stands in <c>Content/themas.json</c>.</summary>
public sealed record Agenda
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new TextConverter() } };

    /// <summary>In which all of it is complete; Dutch comes first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The hard words in it, explained wherever they stand.</summary>
    public required IReadOnlyList<ExplainedWord> Words { get; init; }

    /// <summary>The years that all of it is about, such as "2020–2023".</summary>
    public required string Years { get; init; }

    public required Text Intro { get; init; }

    public required IReadOnlyList<Theme> Themes { get; init; }

    /// <summary>Other news of that time.</summary>
    public required IReadOnlyList<NewsItem> Also { get; init; }

    public required ContactPoint Contact { get; init; }

    public Theme? Find(string slug) => Themes.FirstOrDefault(theme => theme.Slug == slug);

    public static Agenda Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Content", "themas.json"));
        return JsonSerializer.Deserialize<Agenda>(file, Format)!;
    }
}

public sealed record Theme
{
    public required string Slug { get; init; }

    public required Text Title { get; init; }

    public required string Picture { get; init; }

    public required IReadOnlyList<Text> Intro { get; init; }

    public required IReadOnlyList<Result> Results { get; init; }

    public required IReadOnlyList<Highlight> Highlights { get; init; }
}

public sealed record Result(Text Text, Uri? Link);

/// <summary>A project; its title is a name and so the same in every language.</summary>
public sealed record Highlight(string Title, Text Text, Uri? Link);

public sealed record NewsItem(Text Title, Text Text, string Years, Uri? Link);

public sealed record ContactPoint(Text Text, string Mail, Uri Link);
