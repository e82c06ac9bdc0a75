namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>What a rule is about.</summary>
public enum MixRuleKind
{
    /// <summary>At least four in each set.</summary>
    Least,

    /// <summary>At most six in each set.</summary>
    Most,

    /// <summary>Each set a problem of its own.</summary>
    Problems,

    /// <summary>Never two of one unit, discipline or site.</summary>
    Alike,

    /// <summary>Never with the supervisor, nor with the line manager.</summary>
    Apart,

    /// <summary>Locked where they are.</summary>
    Lock,

    /// <summary>Kept as advisor or champion of a set, so not a member of it.</summary>
    Barred,
}

/// <summary>A rule that sets must keep, so that a collision can be told by name.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Person">Whom it is about, or null.</param>
/// <param name="Other">The supervisor or line manager, of <see cref="MixRuleKind.Apart"/>.</param>
/// <param name="Trait">What they are alike in, of <see cref="MixRuleKind.Alike"/>.</param>
/// <param name="Word">Which unit, discipline or site.</param>
/// <param name="Place">The set that it is about, from 0, or null.</param>
public sealed record MixRule(
    MixRuleKind Kind, long? Person = null, long? Other = null, Trait? Trait = null, string Word = "", int? Place = null);

/// <summary>What came of a search.</summary>
/// <param name="Places">In which set everybody sits, from 0; null where nothing was found.</param>
/// <param name="Proof">What is shown of it; null where nothing was found.</param>
/// <param name="Collision">Rules that can't all hold: without any one of them the others could. Empty where sets were found.</param>
public sealed record MixResult(IReadOnlyDictionary<long, int>? Places, Proof? Proof, IReadOnlyList<MixRule> Collision);
