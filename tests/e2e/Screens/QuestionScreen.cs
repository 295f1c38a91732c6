using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>One question.</summary>
public sealed class QuestionScreen(Visitor visitor) : Screen(visitor)
{
    private ILocator Radios => Page.GetByRole(AriaRole.Radio);

    private ILocator Boxes => Page.GetByRole(AriaRole.Checkbox);

    private ILocator Fields => Page.GetByRole(AriaRole.Textbox);

    /// <summary>In the language of the page: what somebody writes is marked as no other.</summary>
    private string Idea => Visitor.Device.Language switch
    {
        "en" => "A bench at the bus stop, so that old people can have a rest.",
        "ar" => "مقعد عند موقف الحافلة ليستريح كبار السن.",
        "uk" => "Лавка на автобусній зупинці, щоб літні люди могли відпочити.",
        _ => "Een bankje bij de bushalte, zodat ouderen er kunnen rusten.",
    };

    /// <summary>"Vraag 3 van 9"; empty on a page of information.</summary>
    public async Task<string> ProgressAsync() =>
        await Page.Locator("main .progress").CountAsync() == 0 ? "" : await Page.Locator("main .progress").First.InnerTextAsync();

    public Task ChooseAsync(string label) => Visitor.Hands.ChooseAsync(Page.GetByLabel(label, new() { Exact = true }));

    public Task WriteAsync(string text) => Visitor.Hands.TypeAsync(Fields.First, text);

    public Task<string> WrittenAsync() => Fields.First.InputValueAsync();

    /// <summary>Fills one of several fields.</summary>
    public Task FillAsync(int field, string text) => Visitor.Hands.TypeAsync(Fields.Nth(field), text);

    /// <summary>What both buttons of that row of a budget are described by.</summary>
    public async Task<string> SpokenAmountAsync(int row) => await Page.Locator("[id^='nu-']").Nth(row).TextContentAsync() ?? "";

    /// <summary>What a budget says is left, above the amounts and below them.</summary>
    public Task<IReadOnlyList<string>> LeftAsync() => Page.Locator("main p.left").AllInnerTextsAsync();

    public Task<string> FilledAsync(int field) => Fields.Nth(field).InputValueAsync();

    public Task<bool> IsChosenAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).IsCheckedAsync();

    public async Task<Screen> NextAsync() => await PressLabelAsync("form.next");

    public async Task<bool> CanSkipAsync() =>
        await Page.GetByRole(AriaRole.Button, new() { Name = Labels["answer.skip"], Exact = true }).CountAsync() > 0;

    public async Task<Screen> SkipAsync() => await PressLabelAsync("answer.skip");

    public async Task<Screen> MoveAsync(string direction, string choice) =>
        await PressAsync($"{Labels[$"question.{direction}"]}: {choice}");

    public async Task<IReadOnlyList<string>> OrderAsync() =>
        await Page.Locator("main ol.order > li > span:not(.buttons)").AllInnerTextsAsync();

    public async Task<StopScreen> StopAsync()
    {
        await OpenHelpAsync();
        return (StopScreen)await PressLabelAsync("question.stop");
    }

    /// <summary>Whatever the page asks, gives it something that it can take.</summary>
    public async Task AnswerAsync()
    {
        var fields = await Fields.CountAsync();
        if (await Radios.CountAsync() > 0)
            await Visitor.Hands.ChooseAsync(Radios.First);
        else if (await Boxes.CountAsync() > 0)
            await Visitor.Hands.ChooseAsync(Boxes.First);
        else if (fields > 1)
            await DivideAsync(fields);
        else if (fields == 1)
            await WriteAsync(await Page.Locator("textarea").CountAsync() > 0 ? Idea : "3");
    }

    /// <summary>The same answer whatever order the choices were drawn in: what comes next depends on it.</summary>
    public async Task AnswerAlikeAsync()
    {
        var values = await Radios.EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        if (values.Where(value => char.IsAsciiLetter(value[0])).Min(StringComparer.Ordinal) is { } first)
            await Visitor.Hands.ChooseAsync(Radios.Nth(Array.IndexOf(values, first)));
        else
            await AnswerAsync();
    }

    /// <summary>Everything to the first, nothing to the others.</summary>
    private async Task DivideAsync(int count)
    {
        for (var index = 0; index < count; index++)
            await Visitor.Hands.TypeAsync(Fields.Nth(index), index == 0 ? "20" : "0");
    }
}
