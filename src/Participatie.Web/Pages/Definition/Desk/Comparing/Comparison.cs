using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk.Comparing;

/// <summary>What differs between two documents, as a page shows it.</summary>
public sealed record Comparison
{
    /// <summary>More is another document: nobody reads on.</summary>
    private const int MostRows = 200;

    private const int LongestValue = 400;

    /// <summary>Around a change of lines.</summary>
    private const int LinesAround = 2;

    public required IReadOnlyList<DifferenceRow> Rows { get; init; }

    /// <summary>Of all differences.</summary>
    public required int Count { get; init; }

    /// <summary>One of the two is no JSON: what differs are lines, and nobody knows what they mean.</summary>
    public bool IsOfLines { get; init; }

    /// <param name="before">The older document.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="words">Of the page.</param>
    public static Comparison Of(string before, string after, InterfaceWords words) =>
        CompareDefinitions.Of(before, after) is { } differences ? Of(before, after, differences, words) : OfLines(before, after);

    /// <summary>The same of some of the differences between them.</summary>
    public static Comparison Of(string before, string after, IReadOnlyList<Difference> differences, InterfaceWords words)
    {
        var (old, now) = (PlaceInWords.For(before, words), PlaceInWords.For(after, words));
        return new Comparison
        {
            Count = differences.Count,
            Rows =
            [
                .. differences.Take(MostRows).Select(difference => new DifferenceRow(
                    difference.Kind,
                    difference.After is { } at ? now.Of(at) : old.Of(difference.Before!),
                    difference.Language,
                    Pieces(difference))
                {
                    WasAt = difference.Kind == DifferenceKind.Moved ? old.Of(difference.Before!) : null,
                }),
            ],
        };
    }

    private static IReadOnlyList<Piece> Pieces(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Reworded => CompareWords.Of(difference.Old, difference.New),
        // Which place it has is the news, and what it says is said where that changed.
        DifferenceKind.Moved => [new Piece(PieceKind.Same, Short(difference.New))],
        _ =>
        [
            .. difference.Old.Length == 0 ? [] : new[] { new Piece(PieceKind.Gone, Short(difference.Old)) },
            .. difference.New.Length == 0 ? [] : new[] { new Piece(PieceKind.New, Short(difference.New)) },
        ],
    };

    private static Comparison OfLines(string before, string after)
    {
        var pieces = CompareWords.OfLines(before, after);
        var changed = pieces.Where(piece => piece.Kind != PieceKind.Same).ToList();
        return new Comparison
        {
            IsOfLines = true,
            Count = changed.Sum(piece => Lines(piece).Length),
            Rows = changed.Count == 0
                ? []
                : [new DifferenceRow(DifferenceKind.Changed, "", null, [.. pieces.SelectMany(Shortened).Take(MostRows)])],
        };
    }

    /// <summary>Of lines that stayed only those beside a change.</summary>
    private static IEnumerable<Piece> Shortened(Piece piece)
    {
        var lines = Lines(piece);
        return piece.Kind == PieceKind.Same && lines.Length > 2 * LinesAround
            ? [piece with { Text = string.Concat(lines.Take(LinesAround)) + "…\n" + string.Concat(lines.TakeLast(LinesAround)) }]
            : [piece with { Text = string.Concat(lines.Take(MostRows)) }];
    }

    private static string[] Lines(Piece piece) =>
        [.. piece.Text.Split('\n').SkipLast(piece.Text.EndsWith('\n') ? 1 : 0).Select(line => Short(line) + "\n")];

    private static string Short(string value) => value.Length <= LongestValue
        ? value
        : value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…";
}

/// <param name="Kind">What became of it.</param>
/// <param name="Place">Where, in words; empty of lines.</param>
/// <param name="Language">Tag of the language of the words; null of a value.</param>
/// <param name="Pieces">What was there and what is there now.</param>
public sealed record DifferenceRow(DifferenceKind Kind, string Place, string? Language, IReadOnlyList<Piece> Pieces)
{
    /// <summary>Of what was moved: where it stood.</summary>
    public string? WasAt { get; init; }

    public bool HasBoth => Pieces.Any(piece => piece.Kind == PieceKind.Gone) && Pieces.Any(piece => piece.Kind == PieceKind.New);
}
