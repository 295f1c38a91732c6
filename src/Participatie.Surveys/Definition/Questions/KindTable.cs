using System.Collections.Concurrent;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>What one room has for one kind of question, or for a family of kinds.</summary>
public abstract class KindEntry
{
    /// <summary>The record of the kind, or the base record of the family.</summary>
    public abstract Type QuestionType { get; }
}

/// <summary>One room's entries for the closed family of kinds. A kind has its own entry, or that of its family.</summary>
/// <param name="room">That asks.</param>
/// <param name="name">Where an entry is added, as it stands in the code.</param>
/// <param name="entries">One for each kind or family.</param>
public sealed class KindTable<TEntry>(string room, string name, IReadOnlyList<TEntry> entries)
    where TEntry : KindEntry
{
    // A page asks for each of its questions more than once: what is found, its family's too, is one look away.
    private readonly ConcurrentDictionary<Type, TEntry> _byType = new(
        entries.Select(entry => KeyValuePair.Create(entry.QuestionType, entry)));

    public IReadOnlyList<TEntry> Entries => entries;

    /// <exception cref="InvalidOperationException">The room has nothing for the kind.</exception>
    public TEntry For(Question question) =>
        _byType.TryGetValue(question.GetType(), out var entry) ? entry : _byType.GetOrAdd(question.GetType(), OfFamily(question));

    private TEntry OfFamily(Question question)
    {
        for (var type = question.GetType().BaseType; type is not null; type = type.BaseType)
        {
            if (_byType.TryGetValue(type, out var entry))
            {
                return entry;
            }
        }

        throw new InvalidOperationException(
            $"{room} has nothing for questions of the kind '{question.Kind}': add an entry for {question.GetType().Name} to {name}.");
    }
}
