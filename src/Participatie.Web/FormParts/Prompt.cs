using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.FormParts;

/// <summary>What a form part asks, in the words that the reader sees.</summary>
public sealed record Prompt
{
    /// <summary>The label of a field or the legend of a group.</summary>
    public required Passage Text { get; init; }

    public Passage? Help { get; init; }

    /// <summary>Why it is asked: unfolds under the question.</summary>
    public Passage? Why { get; init; }

    /// <summary>The name of an icon beside the label of a field.</summary>
    public string? Picture { get; init; }

    /// <summary>The text is the page's only h1: the page asks nothing else.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Adds "(hoeft niet)".</summary>
    public bool IsOptional { get; init; }

    public static Prompt For(Question question, string language) => new()
    {
        Text = question.Text.In(language),
        Help = question.Help?.In(language),
        Why = question.Why?.In(language),
        IsHeading = true,
    };

    /// <summary>A label that is an interface text, so in the page's own language.</summary>
    public static Prompt For(InterfaceWords words, string key, string? helpKey = null) => new()
    {
        Text = new Passage(words[key], words.Language),
        Help = helpKey is null ? null : new Passage(words[helpKey], words.Language),
    };
}
