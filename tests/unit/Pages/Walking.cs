using AngleSharp.Html.Dom;

namespace Participatie.Tests.Pages;

/// <summary>How residents walk: some answer everything, some skip all.</summary>
internal static class Walking
{
    /// <summary>Fills in whatever the page asks, without knowing the consultation, and goes on.</summary>
    public static async Task AnswerAsync(this Resident resident, int pick = 0)
    {
        var radios = resident.Page.QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>().ToList();
        if (radios.Count > 0)
        {
            radios.ForEach(radio => radio.IsChecked = false);
            radios[pick % radios.Count].IsChecked = true;
        }

        var boxes = resident.Page.QuerySelectorAll("input[type=checkbox]").OfType<IHtmlInputElement>().ToList();
        boxes.ForEach(box => box.IsChecked = false);
        if (boxes.Count > 0)
        {
            boxes[pick % boxes.Count].IsChecked = true;
        }

        // The line beside a choice stays empty: it belongs to that choice.
        var fields = resident.Page.QuerySelectorAll("input[type=text]").OfType<IHtmlInputElement>().Where(
            _ => radios.Count + boxes.Count == 0).ToList();
        if (fields is [var one])
        {
            one.Value = "7";
        }
        else if (fields.Count > 1)
        {
            fields.ForEach(field => field.Value = "");
            var said = resident.Page.QuerySelectorAll("fieldset p").Select(Resident.Clean)
                .Single(words => words.StartsWith("U verdeelt", StringComparison.Ordinal));
            fields[pick % fields.Count].Value = said.Split(' ')[2];
        }

        foreach (var area in resident.Page.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>())
        {
            area.Value = "Meer bussen in het dorp.\r\nEn bankjes.";
        }

        await resident.PressAsync("Verder");
    }

    /// <summary>From the start page to the check page.</summary>
    /// <returns>The title of every page on the way.</returns>
    public static Task<IReadOnlyList<string>> ToCheckPageAsync(this Resident resident, string slug, int pick = 0) =>
        resident.WalkFromAsync($"/raadpleging/{slug}", pick);

    /// <summary>The same from any start page.</summary>
    public static async Task<IReadOnlyList<string>> WalkFromAsync(this Resident resident, string start, int pick = 0)
    {
        await resident.OpenAsync(start);
        var begin = resident.Page.QuerySelectorAll("main a").Select(Resident.Clean)
            .First(link => link is "Start met de vragen" or "Start zonder code" or "Ga verder");
        await resident.FollowAsync(begin);
        var titles = new List<string>();
        while (!resident.Address.EndsWith("/controleren", StringComparison.Ordinal))
        {
            Assert.True(titles.Count < 60, "The walk does not end.");
            Assert.Equal(System.Net.HttpStatusCode.OK, resident.Status);
            titles.Add(resident.Title);
            await resident.AnswerAsync(pick);
        }

        return titles;
    }

    public static async Task<string> SendAsync(this Resident resident)
    {
        await resident.PressAsync("Versturen");
        return resident.Receipt();
    }

    public static string Receipt(this Resident resident) => Resident.Clean(resident.Page.QuerySelector("p.code")!);
}
