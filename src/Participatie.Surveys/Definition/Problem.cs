namespace Participatie.Surveys.Definition;

/// <summary>Something that a person has to mend.</summary>
/// <param name="At">Where: the name of a form field, a part of a question, or a JSON pointer in a document; empty for the whole.</param>
/// <param name="Message">What is wrong and how to mend it, a plain sentence.</param>
public sealed record Problem(string At, string Message);
