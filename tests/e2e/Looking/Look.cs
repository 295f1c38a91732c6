namespace Participatie.Journeys.Looking;

/// <summary>How a page is shown while it is judged.</summary>
public sealed record Look(int Width, Colours Colours)
{
    public const int Wide = 1280;

    /// <summary>A small phone, and also 1280 pixels at 400 % zoom.</summary>
    public const int Narrow = 320;

    private static readonly Colours[] AllColours = [Colours.Light, Colours.Dark, Colours.Forced];

    private static readonly string[] Languages = ["nl", "nl-simple", "en", "ar", "uk"];

    /// <summary>Every combination takes long; <c>./test --full</c> asks for it.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") == "1";

    public override string ToString() => $"{Width} px, {Colours}";

    /// <summary>
    /// Pairwise: the wide and the narrow page get different colours, which differ again in each language and on each page.
    /// Over the languages every page is then seen in every pair of width and colours. On which way somebody came to a page says nothing
    /// about its looks, so that one look at it is enough for all who come there.
    /// </summary>
    public static IReadOnlyList<Look> For(string language, string path)
    {
        if (Full)
            return [.. from width in (int[])[Wide, Narrow] from colours in AllColours select new Look(width, colours)];
        var turn = Array.IndexOf(Languages, language) + path.Sum(letter => letter);
        return [new Look(Wide, AllColours[turn % AllColours.Length]), new Look(Narrow, AllColours[(turn + 1) % AllColours.Length])];
    }

    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Width == Wide ? 900 : 640);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = Colours == Colours.Dark ? ColorScheme.Dark : ColorScheme.Light,
            // Colours that are still on their way from one look to the other are nobody's fault.
            ReducedMotion = ReducedMotion.Reduce,
            ForcedColors = Colours == Colours.Forced ? ForcedColors.Active : ForcedColors.None,
        });
    }
}

public enum Colours
{
    Light,
    Dark,

    /// <summary>High contrast, in the colours of the reader's own system.</summary>
    Forced,
}
