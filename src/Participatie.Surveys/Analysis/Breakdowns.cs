using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// The groups that answers are counted by: everybody, then the municipalities, then the age bands. One-way, never crossed: each response is
/// in one group of each dimension. Who gave no such answer is in the dimension's unknown group, so that the groups of a dimension always
/// add up to everybody.
/// </summary>
public sealed class Breakdowns
{
    public const string Everybody = "*";
    public const string Place = Question.ByPlace;
    public const string Age = Question.ByAge;
    public const string Unknown = "?";

    private readonly List<string> _names = [Everybody];
    private readonly byte[][] _places;
    private readonly byte[][] _ages;

    private Breakdowns(Question? place, Question? age)
    {
        (PlaceQuestion, AgeQuestion) = (place?.Id, age?.Id);
        _places = Register(Place, place);
        UnknownPlace = _names.Count - 1;
        _ages = Register(Age, age);
        UnknownAge = _names.Count - 1;
    }

    /// <summary>The id of the question that the municipalities come from: the first of its kind in the version.</summary>
    public string? PlaceQuestion { get; }

    public string? AgeQuestion { get; }

    public IReadOnlyList<string> Names => _names;

    public int UnknownPlace { get; }

    public int UnknownAge { get; }

    public static Breakdowns Of(Consultation definition) =>
        new(
            definition.Questions.FirstOrDefault(question => question.Dimension == Place),
            definition.Questions.FirstOrDefault(question => question.Dimension == Age));

    public static string Name(string dimension, string group) => $"{dimension}={group}";

    public int IndexOf(string name) => _names.IndexOf(name);

    /// <param name="answer">Raw JSON: a choice in quotes, or why there is none.</param>
    public int GroupOfPlace(ReadOnlySpan<byte> answer) => Find(_places, answer) is var found and >= 0 ? 1 + found : UnknownPlace;

    public int GroupOfAge(ReadOnlySpan<byte> answer) => Find(_ages, answer) is var found and >= 0 ? UnknownPlace + 1 + found : UnknownAge;

    private static int Find(byte[][] groups, ReadOnlySpan<byte> answer)
    {
        for (var index = 0; index < groups.Length; index++)
        {
            if (answer.SequenceEqual(groups[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private byte[][] Register(string dimension, Question? question)
    {
        var choices = question?.ConditionChoices ?? [];
        _names.AddRange(choices.Select(choice => Name(dimension, choice.Id)));
        _names.Add(Name(dimension, Unknown));
        return [.. choices.Select(choice => Encoding.UTF8.GetBytes($"\"{choice.Id}\""))];
    }
}
