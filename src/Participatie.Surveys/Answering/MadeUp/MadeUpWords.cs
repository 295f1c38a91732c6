using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.MadeUp;

/// <summary>What people who do not exist write in their own words.</summary>
internal static class MadeUpWords
{
    public static Written By(MadeUpPerson person)
    {
        var sentences = InterfaceWords.For(person.Language)["trial.sentences"].Split('\n');
        return new Written(sentences[person.Below(sentences.Length)], person.Language);
    }

    /// <summary>Beside a choice, by some: a line is not asked for.</summary>
    public static Written? Beside(MadeUpPerson person) => person.DoesIn(60) ? By(person) : null;
}
