namespace WorkshopHub.Web.Demo;

/// <summary>A meeting of a set: who came, what each took up, what the set learned.</summary>
internal sealed record DemoMeeting(string Id, string SetId, int Number, DateOnly Date, string? SiteId)
{
    /// <summary>Who came; empty where all did.</summary>
    public IReadOnlyList<DemoAttendance> Attendance { get; init; } = [];

    /// <summary>Each member's own time, in order; empty where the content tells a summary only.</summary>
    public IReadOnlyList<DemoSlot> Airtime { get; init; } = [];

    /// <summary>Experts who were asked in.</summary>
    public IReadOnlyList<DemoGuest> Guests { get; init; } = [];

    /// <summary>What the set agreed on at the end, or null.</summary>
    public DemoReflection? Reflection { get; init; }

    /// <summary>What the set let everybody in the programme know it learned; empty where that was nothing.</summary>
    public string? SharedSummary { get; init; }
}

/// <summary>A member's own time in a meeting: local times of the content's own day.</summary>
internal sealed record DemoSlot(string PresenterId, DateTime StartedAt, DateTime EndedAt, string Issue, IReadOnlyList<DemoAsked> Questions)
{
    /// <summary>What the presenter had taken for granted.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>What was agreed in it.</summary>
    public IReadOnlyList<string> ActionIds { get; init; } = [];
}

/// <summary>A question, and whether it moved whoever was asked.</summary>
internal sealed record DemoAsked(string AskedById, string Text, bool Insightful);

/// <summary>An expert in a meeting.</summary>
internal sealed record DemoGuest(string Name, string Expertise, string InvitedFor, string WhatWeLearned);

/// <summary>What a set reflected on.</summary>
internal sealed record DemoReflection(string Text);

/// <summary>What somebody said they would do, and what came of it.</summary>
internal sealed record DemoAction(string Id, string SetId, string OwnerId, string Text, DateOnly AgreedAt, DateOnly Due, string State, DemoReport? ReportBack);

/// <summary>What was told of an action, and at which meeting.</summary>
internal sealed record DemoReport(string MeetingId, string WhatIDid, string WhatHappened, string WhatILearned);

/// <summary>What a set wrote for those who follow it.</summary>
internal sealed record DemoProgressNote(string SetId, string MeetingId, string Phase, string Light, string Text);

/// <summary>What a set and its client agreed on, step by step.</summary>
internal sealed record DemoAgreement(string SetId, string ClientId, string Text, IReadOnlyList<DemoStep> Steps);

/// <summary>A step, and its day.</summary>
internal sealed record DemoStep(string Step, DateOnly At);

/// <summary>A talk of a member with the supervisor.</summary>
internal sealed record DemoTalk(string MembershipId, string SupervisorId, DateOnly Date, string Progress, string AgreedNext, DateOnly? NextDate);
