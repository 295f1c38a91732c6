using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition;
using Participatie.Web.FormParts;
using static Participatie.Tests.FormParts.Rendered;

namespace Participatie.Tests.FormParts;

public sealed class FieldsTests
{
    private static readonly Problem[] Refused = [new("antwoord", "Haal 20 letters weg.")];

    [Fact]
    public Task A_text_area_is_tied_to_its_label_help_and_error() => IsTiedAsync<TextArea>("textarea");

    [Fact]
    public Task A_text_input_is_tied_to_its_label_help_and_error() => IsTiedAsync<TextInput>("input");

    [Fact]
    public Task A_number_input_is_tied_to_its_label_help_and_error() => IsTiedAsync<NumberInput>("input");

    [Fact]
    public async Task Typed_text_comes_back_as_it_was()
    {
        var page = await AsHtmlAsync<TextArea>(
            "nl", ("Name", "antwoord"), ("Prompt", Asking("Wat mist u?")), ("Value", "\nEen </textarea> & een bus"));
        Assert.Equal("\nEen </textarea> & een bus", ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).Value);
    }

    [Fact]
    public async Task Only_words_in_another_language_are_marked()
    {
        var english = await AsHtmlAsync<TextArea>("en", ("Name", "antwoord"), ("Prompt", Asking("Wat mist u?", "Schrijf kort.")));
        Assert.Equal(
            ["Wat mist u?", "Schrijf kort."],
            english.QuerySelectorAll("label > [lang=nl][dir=ltr], .help > [lang=nl][dir=ltr]").Select(words => words.TextContent));
        var dutch = await AsHtmlAsync<TextArea>("nl", ("Name", "antwoord"), ("Prompt", Asking("Wat mist u?", "Schrijf kort.")));
        Assert.Empty(dutch.QuerySelectorAll("[lang]"));
    }

    private static async Task IsTiedAsync<TPart>(string tag)
        where TPart : IComponent
    {
        var page = await AsHtmlAsync<TPart>(
            "nl", ("Name", "antwoord"), ("Prompt", Asking("Wat mist u?", "Schrijf kort.")), ("Problems", Refused));
        var input = page.QuerySelector(tag)!;
        Assert.Equal("Wat mist u?", page.QuerySelector("h1 label[for=antwoord]")?.TextContent);
        Assert.Equal("antwoord", input.Id);
        Assert.Equal("Schrijf kort. Fout: Haal 20 letters weg.", page.Description(input));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));

        var accepted = await AsHtmlAsync<TPart>(
            "nl", ("Name", "antwoord"), ("Prompt", Asking("Wat mist u?")), ("Problems", Array.Empty<Problem>()));
        Assert.Equal("", accepted.Description(accepted.QuerySelector(tag)!));
        Assert.False(accepted.QuerySelector(tag)!.HasAttribute("aria-invalid"));
    }
}
