using System.Text.Json;
using System.Text.RegularExpressions;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Journeys.Checking;

/// <summary>Goes along all pages of a version, in one language at one width, and lets the engine look at each.</summary>
internal sealed partial class CheckWalk(
    IPage page, Debugger debugger, Uri preview, PageList list, string language, int width)
{
    private const string Question = "/vraag/";
    private static readonly TimeSpan LoadsWithin = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web);

    /// <summary>More pages than that, and the walk goes in circles.</summary>
    private const int MostTurns = 500;

    private readonly List<CheckedPage> _looks = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);

    public IReadOnlyList<CheckedPage> Looks => _looks;

    /// <summary>The version of the engine.</summary>
    public string Engine { get; private set; } = "";

    private Labels Labels => Labels.In(language);

    /// <summary>Where the browser is, behind the link.</summary>
    private string Here =>
        new Uri(page.Url).AbsolutePath[preview.AbsolutePath.Length..] is { Length: > 0 } behind ? behind : PageList.Start;

    private string? QuestionHere => Here.StartsWith(Question, StringComparison.Ordinal) ? Here.Split('/')[2] : null;

    private bool IsFirstStep => Here.Split('/') is [_, _, _] or [_, _, _, "1"];

    public async Task RunAsync()
    {
        await OpenAsync($"?taal={language}");
        await LookAsync(PageState.Shown);
        await OpenAsync(PageList.Charter);
        await LookAsync(PageState.Shown);
        if (list.NeedsCode)
            await EnterCodeAsync();
        else
            await OpenAsync(list.Questions[0].Page);
        await WalkAsync();
        // What is asked after another answer only: that answer is given after all.
        while (list.Questions.FirstOrDefault(one => IsHidden(one) && IsSeen(one.After!) && !_tried.Contains(one.Id)) is { } hidden)
        {
            await OpenAsync($"{Question}{hidden.After}");
            if (QuestionHere == hidden.After && !IsFirstStep)
                await OpenAsync($"{Question}{hidden.After}/1");
            if (QuestionHere == hidden.After)
                await AnswerAsync(hidden.After!);
            else
                _tried.Add(hidden.Id);
            await WalkAsync();
        }

        await OpenAsync(PageList.Check);
        await LookAsync(PageState.Shown);
    }

    private async Task WalkAsync()
    {
        for (var turns = 0; QuestionHere is { } question; turns++)
        {
            if (turns > MostTurns)
                throw new CheckFailedException($"The walk does not come past {page.Url}.");
            var here = Here;
            if (_seen.Add(here))
            {
                await LookAsync(PageState.Shown);
                // With nothing filled in, which most questions do not take.
                if (await PressAsync("form.next") >= 400)
                    await LookAsync(PageState.Refused);
                else if (Here != here)
                    continue;
            }

            await AnswerAsync(question);
        }
    }

    /// <summary>In such a way that something is asked that was not seen yet; otherwise skips it where that may be.</summary>
    private async Task AnswerAsync(string question)
    {
        var here = Here;
        // What comes after a ranking hangs on its first place.
        if (IsFirstStep
            && list.Questions.FirstOrDefault(one => one.After == question && IsHidden(one) && !_tried.Contains(one.Id)) is { } hidden)
        {
            _tried.Add(hidden.Id);
            foreach (var answer in hidden.Answers)
            {
                var choice = page.Locator($"main input[value=\"{answer}\"]");
                if (await choice.CountAsync() == 0)
                    continue;
                await TickAsync(choice);
                await PressAsync("form.next");
                if (Here != here)
                    return;
            }
        }

        var isNeeded = !IsFirstStep && list.Questions.Any(one => one.After == question);
        if (!isNeeded && await Button("answer.skip").CountAsync() > 0)
            await PressAsync("answer.skip");
        else
            await FillInAsync();
    }

    private async Task FillInAsync()
    {
        var choices = page.Locator("main input[type=radio], main input[type=checkbox]");
        var fields = page.Locator("main input[type=text], main input[type=number], main input:not([type]), main textarea");
        if (await choices.CountAsync() > 0)
            await TickAsync(choices);
        else if (await fields.CountAsync() is > 0 and var count)
        {
            for (var at = 0; at < count; at++)
                await fields.Nth(at).FillAsync(at == 0 ? "3" : "0");
        }

        await PressAsync("form.next");
    }

    /// <summary>In a preview any code will do that is one.</summary>
    private async Task EnterCodeAsync()
    {
        await OpenAsync("/code");
        await LookAsync(PageState.Shown);
        await TypeAsync("123");
        await LookAsync(PageState.Refused);
        await TypeAsync(Code.Of(1).ToString());

        Task<int> TypeAsync(string code)
        {
            var field = page.Locator("main form input:not([type=hidden])").First;
            return GoAsync(async () =>
            {
                await field.FillAsync(code);
                await field.PressAsync("Enter");
            });
        }
    }

    private async Task LookAsync(PageState state)
    {
        if (await debugger.AskAsync(Scripts.HasEngine) != "object")
            await debugger.AskAsync(Scripts.EngineItself);
        var result = JsonSerializer.Deserialize<EngineResult>(await debugger.AskAsync(Scripts.Report) ?? "", Written)!;
        Engine = result.Engine;
        _looks.Add(new CheckedPage
        {
            // The steps of a question are one page.
            Page = QuestionHere is { } question ? Question + question : Here,
            Language = language,
            State = state,
            Width = width,
            Found = Said(result.Found),
            Unsure = Said(result.Unsure),
        });
    }

    /// <summary>The link is a secret, and the token of a form is nobody's business either.</summary>
    private RuleResult[] Said(IReadOnlyList<RuleResult> results) =>
    [
        .. results.Select(one => one with
        {
            Places =
            [
                .. one.Places.Select(place =>
                    FormToken().Replace(place.Replace(preview.Segments[^1], "…", StringComparison.Ordinal), "value=\"…\""))
                    .Select(place => place.Length > CheckReportFile.LongestPlace ? place[..CheckReportFile.LongestPlace] : place),
            ],
        }),
    ];

    private bool IsHidden(ListedQuestion question) => question.After is not null && !IsSeen(question.Id);

    private bool IsSeen(string question) => _seen.Any(at => at.Split('/')[2] == question);

    private Task<int> OpenAsync(string behind) => GoAsync(() => page.GotoAsync($"{preview}{behind}"));

    private Task<int> PressAsync(string label) => GoAsync(() => Button(label).First.ClickAsync());

    private ILocator Button(string label) => page.GetByRole(AriaRole.Button, new() { Name = Labels[label], Exact = true });

    private static async Task TickAsync(ILocator choices) => await choices.First.EvaluateAsync("one => { one.checked = true; }");

    /// <summary>Does something that leads to another page.</summary>
    /// <returns>The status of that page.</returns>
    private async Task<int> GoAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        var status = 0;
        void OnLoad(object? sender, IPage loadedPage) => loaded.TrySetResult();
        void OnResponse(object? sender, IResponse response)
        {
            if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
                status = response.Status;
        }

        page.Load += OnLoad;
        page.Response += OnResponse;
        try
        {
            await act();
            await loaded.Task.WaitAsync(LoadsWithin);
            return status;
        }
        catch (TimeoutException)
        {
            throw new CheckFailedException($"{page.Url} does not lead on.");
        }
        finally
        {
            page.Load -= OnLoad;
            page.Response -= OnResponse;
        }
    }

    [GeneratedRegex("value=\"CfDJ[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();

    private sealed record EngineResult(string Engine, IReadOnlyList<RuleResult> Found, IReadOnlyList<RuleResult> Unsure);
}
