namespace Participatie.Surveys.Answering.Checks;

/// <summary>What <see cref="ReadNumber"/> made of a text: all of it, or nothing.</summary>
public abstract record NumberReading;

/// <param name="Value">What the person meant. <see cref="decimal.MaxValue"/>, with its sign, for what is beyond every limit.</param>
public sealed record NumberRead(decimal Value) : NumberReading;

/// <param name="Part">The first sign or word that is no part of a number here, as it can be shown to the person.</param>
public sealed record NumberUnread(string Part) : NumberReading;

/// <summary>
/// Two numbers are written like this: "1,000" on a Dutch page is 1 with three decimals, or 1.000 as the English write it.
/// </summary>
/// <param name="Written">As it was typed.</param>
/// <param name="Thousands">The one without decimals.</param>
public sealed record NumberUnclear(string Written, decimal Thousands) : NumberReading;
