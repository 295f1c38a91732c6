using Participatie.Journeys.Browsing;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>A whole walk through the accessibility tree only: roles, names and states, without any style.</summary>
public sealed class ListeningTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const int AtMost = 60;
    private static readonly string[] Answers = ["radio", "checkbox", "textbox"];
    private static readonly string[] Pressed = ["link", "button", "radio", "checkbox", "textbox", "DisclosureTriangle"];

    [Theory]
    [InlineData("themas", "nl", true)]
    [InlineData("themas", "ar", false)]
    [InlineData("meepraten", "nl-simple", false)]
    public Task A_resident_finishes_by_listening(string slug, string language, bool script) =>
        ListenAsync(new Device { Script = script, Language = language, Looks = [] }, async (visitor, listener) =>
        {
            var words = Labels.In(language);
            await visitor.OpenAsync($"/raadpleging/{slug}");
            await GoAsync(visitor, listener, "link", words["start.begin"]);
            var title = "";
            for (var page = 0; page < AtMost; page++)
            {
                var told = await listener.HearAsync();
                AssertToldWell(told);
                // A new page is only noticed by its title.
                Assert.NotEqual(title, title = told[0].Name);
                if (Find(told, "button", words["checkpage.send"]) is { } send)
                {
                    await visitor.GoAsync(() => listener.PressAsync(send));
                    break;
                }

                await AnswerAsync(listener, told);
                await GoAsync(visitor, listener, "button", words["form.next"]);
            }

            Assert.Equal(words["thanks.title"], Heading(await listener.HearAsync()).Name);
        });

    [Fact]
    public Task A_fault_is_heard_at_its_field() => ListenAsync(new Device { Script = false, Looks = [] }, async (visitor, listener) =>
    {
        await visitor.OpenAsync("/mijn-antwoord");
        await listener.TypeAsync(InMain(await listener.HearAsync()).Single(told => told.Role == "textbox"), "1");
        await visitor.GoAsync(() => PressFirstAsync(listener, "button", Labels.In("nl")["receipt.look"]));
        var told = await listener.HearAsync();
        var alert = told.Single(node => node.Role == "alert");
        var message = told.Single(node => node.Role == "link" && node.Around("alert") == alert).Name;
        var field = told.Single(node => node.Role == "textbox");
        Assert.True(field.Is("invalid"), "The field is not told to be wrong.");
        Assert.Contains(message, field.Description, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("document.querySelector('legend').remove()")]
    [InlineData("document.querySelector('main label').remove()")]
    [InlineData("document.querySelector('main form .primary').textContent = ''")]
    [InlineData("document.querySelector('h1').setAttribute('role', 'presentation')")]
    [InlineData("document.querySelector('main').setAttribute('role', 'group')")]
    public Task What_is_not_told_is_noticed(string planted) => ListenAsync(new Device { Looks = [] }, async (visitor, listener) =>
    {
        await Passing.ToAsync(visitor, "themas", "buurt");
        AssertToldWell(await listener.HearAsync());
        await visitor.Debugger.AskAsync(planted + "; ''");
        var told = await listener.HearAsync();
        Assert.ThrowsAny<Exception>(() => AssertToldWell(told));
    });

    /// <summary>Nothing that can be pressed or filled in is without a name, and each answer is told together with its question.</summary>
    private static void AssertToldWell(IReadOnlyList<Told> told)
    {
        Assert.Empty(
            told.Where(node => Pressed.Contains(node.Role, StringComparer.Ordinal) && node.Name.Length == 0).Select(node => node.Role));
        var heading = Heading(told).Name;
        Assert.NotEqual("", heading);
        foreach (var choice in InMain(told).Where(node => node.Role is "radio" or "checkbox"))
            Assert.NotEqual("", choice.Around("group", "radiogroup")?.Name ?? "");
        foreach (var landmark in (string[])["banner", "main", "contentinfo"])
            Assert.Single(told, node => node.Role == landmark);
    }

    private static async Task AnswerAsync(Listener listener, IReadOnlyList<Told> told)
    {
        var fields = InMain(told).Where(node => Answers.Contains(node.Role, StringComparer.Ordinal)).ToList();
        if (fields.FirstOrDefault(node => node.Role is "radio" or "checkbox") is { } choice)
        {
            await listener.PressAsync(choice);
            return;
        }

        // One field is open or a number; several are amounts that add up: all to the first.
        foreach (var (field, index) in fields.Select((field, index) => (field, index)))
            await listener.TypeAsync(field, fields.Count > 1 ? (index == 0 ? "20" : "0") : "3");
    }

    private static Task GoAsync(Visitor visitor, Listener listener, string role, string name) =>
        visitor.GoAsync(() => PressFirstAsync(listener, role, name));

    private static async Task PressFirstAsync(Listener listener, string role, string name)
    {
        var told = await listener.HearAsync();
        await listener.PressAsync(Find(told, role, name) ?? throw new InvalidOperationException(
            $"No {role} “{name}” is told. There is: {string.Join(", ", told.Where(node => node.Role == role).Select(node => node.Name))}"));
    }

    private static Told? Find(IEnumerable<Told> told, string role, string name) =>
        told.FirstOrDefault(node => node.Role == role && node.Name == name);

    private static Told Heading(IEnumerable<Told> told) =>
        told.Single(node => node.Role == "heading" && node.States.GetValueOrDefault("level") == "1");

    private static IEnumerable<Told> InMain(IEnumerable<Told> told) => told.Where(node => node.IsIn("main"));

    private Task ListenAsync(Device device, Func<Visitor, Listener, Task> walk) => WalkAsync(device, async visitor =>
    {
        await visitor.Page.Context.RouteAsync("**/*.css", style => style.FulfillAsync(new() { ContentType = "text/css", Body = "" }));
        await walk(visitor, new Listener(visitor));
    });
}
