namespace Participatie.Journeys.Looking;

/// <summary>How a page is shown while it is judged.</summary>
public sealed record Look(int Width, Colours Colours)
{
    public const int Wide = 1280;

    /// <summary>A small phone, and also 1280 pixels at 400 % zoom.</summary>
    public const int Narrow = 320;

    private static readonly Colours[] AllColours = [Colours.Light, Colours.Dark, Colours.Forced];

    private static readonly string[] Languages = ["nl", "nl-simple", "en", "ar", "uk"];

    /// <summary>Pages that there are in Dutch alone, and in easy Dutch where members of the council come.</summary>
    private static readonly string[] Desks = ["/beheer", "/adviesraad", "/voorbeeld"];

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
        var turn = Array.IndexOf(Languages, language);
        if (Desks.Any(desk => path.StartsWith(desk, StringComparison.Ordinal)))
            return OfDesk(turn + Judged.PageOf(path).Sum(letter => letter));
        turn += path.Sum(letter => letter);
        return [new Look(Wide, AllColours[turn % AllColours.Length]), new Look(Narrow, AllColours[(turn + 1) % AllColours.Length])];
    }

    /// <summary>
    /// Without so many languages: forced colours on every page, wide or narrow in turn. What there is in easy Dutch too gets them in the other
    /// width there.
    /// </summary>
    private static Look[] OfDesk(int turn)
    {
        var other = turn / 2 % 2 == 0 ? Colours.Light : Colours.Dark;
        return turn % 2 == 0
            ? [new Look(Wide, Colours.Forced), new Look(Narrow, other)]
            : [new Look(Wide, other), new Look(Narrow, Colours.Forced)];
    }

    /// <summary>As tall as what is that wide usually is.</summary>
    public static int HeightOf(int width) => width >= Wide ? 900 : 640;

    public Task ApplyAsync(IPage page) => Task.WhenAll(
        page.SetViewportSizeAsync(Width, HeightOf(Width)),
        page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = Colours == Colours.Dark ? ColorScheme.Dark : ColorScheme.Light,
            // Colours that are still on their way from one look to the other are nobody's fault.
            ReducedMotion = ReducedMotion.Reduce,
            ForcedColors = Colours == Colours.Forced ? ForcedColors.Active : ForcedColors.None,
        }));
}

public enum Colours
{
    Light,
    Dark,

    /// <summary>High contrast, in the colours of the reader's own system.</summary>
    Forced,
}
