namespace Participatie.Surveys.Definition.Questions;

/// <summary>A question that is answered in somebody's own words.</summary>
public abstract record WrittenQuestion : Question
{
    public override bool TakesWords => true;

    /// <summary>In characters as people count them, a line end is one.</summary>
    public abstract int MaxLength { get; init; }

    /// <summary>A name or a few words: the answer has no line ends.</summary>
    public virtual bool IsOneLine => false;
}
