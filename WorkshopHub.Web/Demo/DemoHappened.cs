using System.Text.Json;

namespace WorkshopHub.Web.Demo;

/// <summary>What people did together.</summary>
internal sealed record DemoActivity(
    string Id, string Kind, string Title, string? Prompt, IReadOnlyList<DemoPost>? Posts, IReadOnlyList<DemoCount>? Options,
    IReadOnlyList<DemoCount>? Results, IReadOnlyList<DemoCount>? Dots, IReadOnlyList<DemoWord>? Words,
    IReadOnlyList<DemoCommitment>? Commitments, IReadOnlyList<DemoSlides>? Slides, string? Moment);

/// <summary>What somebody wrote, and when: local time of the content's own day.</summary>
internal sealed record DemoPost(string AuthorId, string Kind, string Text, int Hearts, DateTime At)
{
    /// <summary>Its key, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The set that is asked, or null.</summary>
    public string? ToSetId { get; init; }

    /// <summary>The set whose report it is about, or null.</summary>
    public string? AboutSetId { get; init; }

    /// <summary>The problem that it is about, or null.</summary>
    public string? ProblemId { get; init; }

    /// <summary>The question that it answers, or null.</summary>
    public string? AnswerToPostId { get; init; }
}

/// <summary>A result that is known as a count: of a choice, a statement, a post; or a set's name.</summary>
internal sealed record DemoCount(
    string? SiteId, string? Text, int Count, int StatementNo, IReadOnlyList<int>? Counts, string? SetId, string? Name, string? PostId,
    int Dots);

/// <summary>How often a word was said.</summary>
internal sealed record DemoWord(string Word, int Count);

/// <summary>What somebody will do.</summary>
internal sealed record DemoCommitment(string PersonId, string Text, DateOnly Due, string? WitnessId);

/// <summary>A set's report half-way.</summary>
internal sealed record DemoSlides(string SetId, string Surprise, string Stuck);

/// <summary>A developmental goal.</summary>
internal sealed record DemoGoal(
    string MembershipId, string Text, string WhyNow, string? HowOthersWillNotice, DateOnly AgreedWithSupervisorAt,
    IReadOnlyList<DemoRating> SelfRatings);

/// <summary>How somebody sees the own progress.</summary>
internal sealed record DemoRating(string Moment, int Value);

/// <summary>Where somebody puts a problem.</summary>
internal sealed record DemoPreference(string PersonId, string ProblemId, int Rank, string? Why);

/// <summary>What a set reports at the end.</summary>
internal sealed record DemoOutcome(
    string SetId, string Problem, IReadOnlyList<string> WhatWeTried, string WhatHappened, string WhatWeLearned, string WhatsNext,
    DemoResponse SponsorResponse, DemoAsk? DecisionAsked);

/// <summary>What a set asks the sponsor to decide.</summary>
internal sealed record DemoAsk(string Text, DateOnly ByWhen, string WithWhom);

/// <summary>What the sponsor answered.</summary>
internal sealed record DemoResponse(string Decision, string Text, string? NextStep, string? Owner, DateOnly? Due);

/// <summary>What a set decided on the way; what needs the sponsor is shown to them on a day, and answered, perhaps twice.</summary>
internal sealed record DemoDecision(
    string SetId, DateOnly OnDate, string Text, string Ground, string? Whom, DateOnly? NeededBy, DateOnly? ShownOn, IReadOnlyList<DemoAnswer>? Answers);

/// <summary>An answer of the sponsor: yes, no, or a day on which it is decided.</summary>
internal sealed record DemoAnswer(DateOnly On, string Says, string Text, DateOnly? Due);

/// <summary>A figure.</summary>
internal sealed record DemoMeasure(
    string SetId, string Name, string Unit, bool LowerIsBetter, double Baseline, double Target, double Result, int? FollowUpDays,
    string Source, bool ConfirmedByClient)
{
    /// <summary>Until which day the figure before counts.</summary>
    public DateOnly BaselineDate { get; init; }

    /// <summary>Until which day the result counts.</summary>
    public DateOnly ResultDate { get; init; }

    /// <summary>It is of single events, or of a span that is counted once, as its source says: there is nothing to read on the way.</summary>
    public bool IsReadOnce { get; init; }
}

/// <summary>Who helped whom.</summary>
internal sealed record DemoMatch(string Id, string RequesterId, string HelperId, string State, string WhatCameOfIt, int? MonthsSavedEstimate);

/// <summary>A door that a set asked for, and when it opened.</summary>
internal sealed record DemoDoor(string Id, string SetId, string ChampionId, string Text, DateOnly AskedAt, DateOnly? ClosedAt, string State, string Answer);

/// <summary>Who knows whom: rows of moment, from, to and strength.</summary>
internal sealed record DemoConnections(IReadOnlyList<IReadOnlyList<JsonElement>> Rows);
