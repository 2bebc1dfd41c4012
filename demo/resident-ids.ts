/** The fixed ids of the demo population's residents in the cast. */
export const residentIds = {
  /** 17 years old and in the guardian's care. The tour is about this person. */
  resident: '10000000-0000-4000-8000-000000000001',
  /** Adult who lives with the resident and has all areas of care. */
  guardian: '10000000-0000-4000-8000-000000000002',
  /** Adult of the same household, not a guardian. */
  housemate: '10000000-0000-4000-8000-000000000003',
  /** A second guardian, who lives elsewhere and has no area of care. */
  distantGuardian: '10000000-0000-4000-8000-000000000004',
  neighbour: '10000000-0000-4000-8000-000000000005',
  /** Address-protected adult. */
  protectedPerson: '10000000-0000-4000-8000-000000000006',
  /** Adult of the protected person's household. */
  protectedHousemate: '10000000-0000-4000-8000-000000000007',
  /** Minor at home with the protected person, and a member of the estranged parent's household too. */
  protectedChild: '10000000-0000-4000-8000-000000000008',
  /** Guardian of that child with all areas of care, who must not find the home. */
  estrangedParent: '10000000-0000-4000-8000-000000000009',
  /** The record of the customer-service persona as a resident. */
  clerkAsResident: '10000000-0000-4000-8000-000000000010',
} as const;
