using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Participatie.Load.Walking;

/// <summary>
/// The form in the middle of a page, filled in by looking at its controls alone: what kind of question it is can be seen from
/// them, or a plain HTTP client could not answer.
/// </summary>
internal sealed partial class PageForm(IHtmlFormElement form)
{
    private static readonly string[] Sentences =
    [
        "Meer bussen, ook 's avonds.", "Een huis voor mijn dochter.", "Bel eens terug: \"morgen\" is te laat.", "Prima zo!",
    ];

    /// <summary>Where it goes; null for the page's own address.</summary>
    public string? Action => form.GetAttribute("action");

    public static PageForm? Of(IDocument page) =>
        page.QuerySelector("main form[method=post]") is IHtmlFormElement form ? new PageForm(form) : null;

    /// <param name="refusals">How often it was refused before: the more, the simpler the answer.</param>
    /// <param name="invitation">The code from the letter, for the page that asks for one.</param>
    public List<KeyValuePair<string, string>> Fill(int refusals, string? invitation)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var inputs = form.QuerySelectorAll<IHtmlInputElement>("input").Where(input => !string.IsNullOrEmpty(input.Name)).ToList();
        foreach (var hidden in inputs.Where(input => input.Type == "hidden"))
        {
            fields.Add(new(hidden.Name!, hidden.Value));
        }

        foreach (var group in inputs.Where(input => input.Type == "radio").GroupBy(input => input.Name!))
        {
            fields.Add(new(group.Key, One(group.ToList()).Value));
        }

        foreach (var group in inputs.Where(input => input.Type == "checkbox").GroupBy(input => input.Name!))
        {
            fields.AddRange(Some(group.ToList(), refusals).Select(box => new KeyValuePair<string, string>(group.Key, box.Value)));
        }

        var codes = inputs.Where(input => input.Name == "code").ToList();
        fields.AddRange(codes.Select(input => new KeyValuePair<string, string>(input.Name!, invitation ?? "")));
        fields.AddRange(Numbers([.. inputs.Except(codes).Where(input => input.GetAttribute("inputmode") == "numeric")]));
        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea"))
        {
            fields.Add(new(area.Name!, One(Sentences)));
        }

        if (Button(refusals) is { Name: { Length: > 0 } name } button)
        {
            fields.Add(new(name, button.Value));
        }

        return fields;
    }

    private static T One<T>(IReadOnlyList<T> among) => among[RandomNumberGenerator.GetInt32(among.Count)];

    private static IEnumerable<IHtmlInputElement> Some(List<IHtmlInputElement> boxes, int refusals)
    {
        var first = RandomNumberGenerator.GetInt32(boxes.Count);
        return boxes.Where((_, at) => at == first || (refusals == 0 && RandomNumberGenerator.GetInt32(4) == 0));
    }

    /// <summary>Several numbers are a budget: its total is said above them, and one choice gets it all, which any step allows.</summary>
    private List<KeyValuePair<string, string>> Numbers(List<IHtmlInputElement> inputs)
    {
        if (inputs.Count <= 1)
        {
            return [.. inputs.Select(input => new KeyValuePair<string, string>(input.Name!, One(["1", "2", "3"])))];
        }

        var total = Number().Match(form.QuerySelector("fieldset p:not([class])")?.TextContent ?? form.TextContent).Value;
        var chosen = One(inputs);
        return [.. inputs.Select(input => new KeyValuePair<string, string>(input.Name!, input == chosen ? total : "0"))];
    }

    /// <summary>Mostly the big button; now and then one of the others; after two refusals the way past the question.</summary>
    private IHtmlButtonElement? Button(int refusals)
    {
        // What is folded away under "Hulp" leads away from the walk.
        var buttons = form.QuerySelectorAll<IHtmlButtonElement>("button").Where(button => button.Closest("details") is null).ToList();
        if (refusals >= 2)
        {
            return buttons.Find(button => button.Value == "skip") ?? buttons.FirstOrDefault();
        }

        return RandomNumberGenerator.GetInt32(20) == 0
            ? One(buttons)
            : buttons.Find(button => button.ClassList.Contains("primary")) ?? buttons.FirstOrDefault();
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
