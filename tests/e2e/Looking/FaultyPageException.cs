namespace Participatie.Journeys.Looking;

/// <summary>What is wrong with a page, one fault a line.</summary>
public sealed class FaultyPageException(string message) : Exception(message);
