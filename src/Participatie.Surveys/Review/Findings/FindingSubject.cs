namespace Participatie.Surveys.Review.Findings;

/// <summary>What a finding is about. The numbers are stored.</summary>
public enum FindingSubject : short
{
    /// <summary>Questions of this consultation.</summary>
    Questions = 1,

    /// <summary>A button, a setting: the same in each consultation.</summary>
    Product = 2,
}
