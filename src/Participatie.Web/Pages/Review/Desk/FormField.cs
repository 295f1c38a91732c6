namespace Participatie.Web.Pages.Review.Desk;

/// <summary>A text of a document in a form.</summary>
/// <typeparam name="T">The document.</typeparam>
/// <param name="Member">Of the document: problems are named after it.</param>
/// <param name="Name">Of the field.</param>
/// <param name="Key">Of its label.</param>
/// <param name="Get">Its text.</param>
/// <param name="Set">Another one in its place.</param>
/// <param name="IsLong">Several lines.</param>
/// <param name="IsOptional">It may stay empty.</param>
internal sealed record FormField<T>(
    string Member, string Name, string Key, Func<T, string> Get, Func<T, string, T> Set, bool IsLong = false, bool IsOptional = false);
