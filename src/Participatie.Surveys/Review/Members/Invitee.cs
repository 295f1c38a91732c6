namespace Participatie.Surveys.Review.Members;

/// <summary>Whom staff invite to a round.</summary>
/// <param name="Name">Empty for whoever wants to be a number.</param>
/// <param name="Mail">Empty when the link is handed over.</param>
/// <param name="Account">With the council's role; null for who only looks along.</param>
public sealed record Invitee(string Name, string Mail, string? Account);
