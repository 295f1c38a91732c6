using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Language;

namespace Participatie.Tests.ReadingAloud;

/// <summary>The text of a page as js/read-aloud/passages.js takes it, by the same rules.</summary>
internal static class OnScreen
{
    private const string Silent =
        "button,input,textarea,select,svg,blockquote,table,details:not([open]),[hidden],[aria-hidden=\"true\"],[role=\"status\"],.hidden,.error,.voorlezen";

    private const string Blocks = "p,li,label,legend,h1,h2,h3,h4,dt,dd,summary,div";

    /// <param name="page">The page, or a part of it.</param>
    /// <param name="language">Of what is not marked otherwise.</param>
    /// <param name="sections">Null for the whole of it.</param>
    public static IReadOnlyList<Passage> Passages(IHtmlDocument page, string language, string? sections = "[data-voorlezen]")
    {
        var found = new List<(IElement? Block, Passage Passage)>();
        foreach (var section in sections is null ? [page.Body!] : page.QuerySelectorAll(sections).ToList())
        {
            foreach (var text in section.Descendants<IText>().Where(text => text.ParentElement!.Closest(Silent) is null))
            {
                var spoken = text.ParentElement!.Closest("[lang]")?.GetAttribute("lang") ?? language;
                var block = text.ParentElement!.Closest(Blocks);
                if (found is [.., var last] && last.Block == block && last.Passage.Language == spoken)
                {
                    found[^1] = (block, last.Passage with { Text = last.Passage.Text + text.Data });
                }
                else if (!string.IsNullOrWhiteSpace(text.Data))
                {
                    found.Add((block, new Passage(text.Data, spoken)));
                }
            }
        }

        return [.. found.Select(part => part.Passage with { Text = OneLine(part.Passage.Text) })];
    }

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
