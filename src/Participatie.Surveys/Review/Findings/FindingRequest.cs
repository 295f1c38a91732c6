namespace Participatie.Surveys.Review.Findings;

/// <summary>Staff or the chair want to do something with a finding.</summary>
/// <param name="ConsultationId">Whose.</param>
/// <param name="Finding">Its number.</param>
/// <param name="Seen"><see cref="Finding.LastNumber"/> as it was when the form was made.</param>
/// <param name="Who">As the audit log says people.</param>
public sealed record FindingRequest(int ConsultationId, int Finding, int Seen, string Who);

/// <summary>What staff do about a finding, and why.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">In Dutch, for who reported it.</param>
/// <param name="EasyText">The same in easy Dutch.</param>
public sealed record FindingAnswer(AnswerKind Kind, string Text, string EasyText)
{
    /// <summary>In which it is solved.</summary>
    public int? Revision { get; init; }

    /// <summary>By which it will be.</summary>
    public DateOnly? Day { get; init; }
}
