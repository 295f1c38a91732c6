namespace Participatie.Surveys.Definition.Comparing;

public enum PieceKind
{
    Same,
    Gone,
    New,
}

/// <summary>A run of words or lines of which all became the same.</summary>
public sealed record Piece(PieceKind Kind, string Text);
